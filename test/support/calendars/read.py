"""The dates of calendars by icalendar and recurring-ical-events: start and end in UTC, cancelled ones left out."""

import json
import sys
from datetime import datetime, timezone

import icalendar
import recurring_ical_events


def instant(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


asked = json.load(sys.stdin)
between = [datetime.fromisoformat(asked[name].replace("Z", "+00:00")) for name in ("from", "until")]
found = []
for text in asked["calendars"]:
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(*between)
    dates = [[instant(event.start), instant(event.end)] for event in events if str(event.get("STATUS")) != "CANCELLED"]
    found.append(sorted(date for date in dates if asked["from"] <= date[0] <= asked["until"]))
print(json.dumps(found))
