"""The dates of schedules by python-dateutil and zoneinfo: one schedule a line in, its dates from 2020 to the end of 2040 a line out."""

import json
import sys
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

WEEKDAYS = {"MO": MO, "TU": TU, "WE": WE, "TH": TH, "FR": FR, "SA": SA, "SU": SU}
LAST = datetime(2041, 6, 30)


def rule(segment):
    repeat = segment["repeat"]
    given = {"dtstart": datetime.fromisoformat(segment["from"]), "interval": repeat["interval"], "wkst": MO}
    if repeat["every"] == "week":
        given |= {"freq": WEEKLY, "byweekday": [WEEKDAYS[day] for day in repeat["weekdays"]]}
    elif repeat["every"] == "month":
        nth = -1 if repeat["nth"] == 5 else repeat["nth"]
        given |= {"freq": MONTHLY, "byweekday": WEEKDAYS[repeat["weekday"]](nth)}
    else:
        given |= {"freq": MONTHLY, "bymonthday": repeat["date"]}
    if "count" in segment:
        return rrule(**given, count=segment["count"])
    return rrule(**given, until=LAST)


def scheduled(segments):
    """The days of all stretches: a later rule takes over from an earlier one, and a single date from either."""
    rules = sorted((s for s in segments if s["repeat"]["every"] != "once"), key=lambda s: s["from"])
    days = {}
    for here, after in zip(rules, rules[1:] + [None]):
        end = min([LAST.date().isoformat()] + ([here["until"]] if "until" in here else []))
        for found in rule(here):
            day = found.date().isoformat()
            if day <= end and (after is None or day < after["from"]):
                days[day] = here
    return days | {s["from"]: s for s in segments if s["repeat"]["every"] == "once"}


def written(moment):
    offset = moment.utcoffset()
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{moment:%Y-%m-%dT%H:%M:%S}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def on_clock(day, clock, zone):
    """Through UTC and back: a time that daylight saving skips comes out after the gap, and of two the first is meant."""
    local = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), ZoneInfo(zone))
    return local.astimezone(timezone.utc)


def dates(schedule):
    exceptions = {exception["day"]: exception for exception in schedule["exceptions"]}
    found = []
    for key, segment in scheduled(schedule["segments"]).items():
        exception = exceptions.get(key, {})
        moved = exception if exception.get("status") == "moved" else {}
        day = moved.get("toDay", key)
        if not "2020-01-01" <= day <= "2040-12-31":
            continue
        zone = ZoneInfo(segment["zone"])
        start = on_clock(day, moved.get("start", segment["start"]), segment["zone"])
        end = start + timedelta(minutes=moved.get("minutes", segment["minutes"]))
        cancelled = exception.get("status") == "cancelled"
        found.append((start, key, [key, day, written(start.astimezone(zone)), written(end.astimezone(zone)), cancelled]))
    return [row for _, _, row in sorted(found)]


for line in sys.stdin:
    print(json.dumps(dates(json.loads(line))))
