import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../cms/library/locales.ts';
import type { CalendarEntry, CalendarView } from '../../cms/library/queries/calendars.ts';
import { messages } from '../i18n/messages.ts';
import { component, contentLine, text } from './contentLine.ts';
import { compact, timeZone } from './timeZone.ts';

/** How a calendar speaks. `named`: with the titles of workshops; without, nothing in it says what they are about, since calendars are shared. */
export interface Voice {
  locale: Locale;
  named: boolean;
  origin: string;
  phone: string;
}

/** A calendar as RFC 5545 has it, with the names that RFC 7986 gives it. The same views and voice give the same bytes. */
export function calendar(views: readonly CalendarView[], voice: Voice): string {
  const t = messages[voice.locale];
  const [only] = views;
  const name = voice.named ? (views.length === 1 && only ? only.title : t.workshopsTitle) : t.calendar.classes;
  const zones = new Map<string, number>();
  for (const { zone, start } of views.flatMap(({ entries }) => entries)) zones.set(zone, Math.min(zones.get(zone) ?? 9999, Number(start.slice(0, 4))));
  const lines = [
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', `-//Alongside//Workshops//${voice.locale.toUpperCase()}`),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', text(name)),
    contentLine('X-WR-CALNAME', text(name)),
    contentLine('REFRESH-INTERVAL', 'PT6H', { VALUE: 'DURATION' }),
    contentLine('X-PUBLISHED-TTL', 'PT6H'),
    ...[...zones].sort().map(([zone, year]) => timeZone(zone, year)),
    ...views.map((view) => eventsOf(view, voice)),
  ].filter(Boolean);
  return `${component('VCALENDAR', lines)}\r\n`;
}

const made = new WeakMap<CalendarView, Map<string, string>>();

/** Kept by view, which stays the same object for the press while its workshop does: the calendar of all workshops is long. */
function eventsOf(view: CalendarView, voice: Voice): string {
  const known = made.get(view) ?? new Map<string, string>();
  made.set(view, known);
  const key = JSON.stringify(voice);
  const events =
    known.get(key) ??
    view.entries
      .filter(({ onlyTopic }) => voice.named || !onlyTopic)
      .map((entry) => event(entry, view, voice))
      .join('\r\n');
  known.set(key, events);
  return events;
}

function event(entry: CalendarEntry, view: CalendarView, voice: Voice): string {
  const { zone, start, end, minutes, rule, until, except, insteadOf, cancelled } = entry;
  const at = { TZID: zone };
  const changed = utc(view.changed);
  const place = placeOf(entry, voice);
  return component('VEVENT', [
    contentLine('UID', entry.uid),
    contentLine('DTSTAMP', changed),
    contentLine('LAST-MODIFIED', changed),
    contentLine('SEQUENCE', String(view.sequence)),
    ...(insteadOf ? [contentLine('RECURRENCE-ID', wall(insteadOf), at)] : []),
    contentLine('DTSTART', wall(start), at),
    end ? contentLine('DTEND', utc(end)) : contentLine('DURATION', `PT${minutes}M`),
    ...(rule ? [contentLine('RRULE', until ? `${rule};UNTIL=${utc(until)}` : rule)] : []),
    ...(except.length > 0 ? [contentLine('EXDATE', except.map(wall).join(','), at)] : []),
    contentLine('SUMMARY', text(summary(entry, view, voice))),
    ...(place ? [contentLine('LOCATION', text(place))] : []),
    contentLine('DESCRIPTION', text(description(entry, view, voice))),
    contentLine('URL', voice.origin + view.path),
    contentLine('STATUS', cancelled ? 'CANCELLED' : 'CONFIRMED'),
  ]);
}

/** Calendars that leave STATUS unread still say that a date is cancelled. */
function summary({ cancelled, topic }: CalendarEntry, { title }: CalendarView, { locale, named }: Voice): string {
  const t = messages[locale];
  const own = named ? [title, topic?.title].filter(Boolean).join(': ') : t.calendar.class;
  return cancelled ? `${t.cancelled}: ${own}` : own;
}

function placeOf({ place }: CalendarEntry, { named }: Voice): string {
  return place ? [named && place.name, place.room, place.address].filter(Boolean).join(', ') : '';
}

function description({ reason, note, topic }: CalendarEntry, { title, howToJoin, path }: CalendarView, { locale, named, origin, phone }: Voice): string {
  const t = messages[locale];
  const own = named ? [title, reason, topic?.summary, note, howToJoin] : [];
  return [...own, t.calendar.changes, phone && t.call(phone), origin + path].filter(Boolean).join('\n');
}

const wall = (time: string) => time.replaceAll(/[-:]/g, '');
const utc = (instant: string) => `${compact(Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDateTime())}Z`;
