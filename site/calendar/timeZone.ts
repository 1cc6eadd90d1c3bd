import { Temporal } from 'temporal-polyfill';
import { component, contentLine, text } from './contentLine.ts';

/** So many years in a row must follow the same rule, before the rule is said instead of the days. */
const yearsOfRule = 8;
const yearsAhead = 30;

/** A change of the clock. */
interface Change {
  /** What the clock that ends here shows, as RFC 5545 3.6.5 asks for. */
  wall: Temporal.PlainDateTime;
  from: string;
  to: string;
  name: string;
}

const known = new Map<string, string>();

/**
 * The VTIMEZONE of a zone for all moments from the start of a year on (RFC 5545 3.6.5): what holds then, each change of the clock, and the rule of those
 * that go on for ever. Changes that follow no rule of nth weekdays are listed for thirty years.
 */
export function timeZone(zone: string, firstYear: number): string {
  const key = `${zone} ${firstYear}`;
  const made = known.get(key) ?? component('VTIMEZONE', [contentLine('TZID', zone), ...observances(zone, firstYear)]);
  known.set(key, made);
  return made;
}

function observances(zone: string, firstYear: number): string[] {
  const start = Temporal.PlainDateTime.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const lastYear = firstYear + yearsAhead;
  const groups = Map.groupBy(changesOf(start, lastYear), ({ wall, from, to }) => `${wall.month} ${wall.toPlainTime()} ${wall.dayOfWeek} ${from} ${to}`);
  const said = [...groups.values()].flatMap((group): [Change, string?][] => {
    const { rule, count } = ruleAtTheEnd(group, lastYear);
    const ruled = group.at(-count);
    return rule && ruled ? [...group.slice(0, -count).map((change): [Change] => [change]), [ruled, rule]] : group.map((change): [Change] => [change]);
  });
  const opening = { wall: start.toPlainDateTime(), from: start.offset, to: start.offset, name: nameAt(start) };
  return [observance(opening), ...said.sort(([a], [b]) => Temporal.PlainDateTime.compare(a.wall, b.wall)).map(([change, rule]) => observance(change, rule))];
}

function* changesOf(start: Temporal.ZonedDateTime, lastYear: number): Generator<Change> {
  for (let at = start.getTimeZoneTransition('next'); at && at.year <= lastYear; at = at.getTimeZoneTransition('next')) {
    const from = at.subtract({ nanoseconds: 1 }).offset;
    yield { wall: at.toInstant().toZonedDateTimeISO(from).toPlainDateTime(), from, to: at.offset, name: nameAt(at) };
  }
}

/** The rule that the last of some changes, alike but for their day, follow up to the last year, and how many do. */
function ruleAtTheEnd(group: readonly Change[], lastYear: number): { rule?: string; count: number } {
  let weeks: readonly string[] = [];
  let count = 0;
  for (const { wall } of group.toReversed()) {
    const common = count === 0 ? weeksOf(wall) : weeks.filter((week) => weeksOf(wall).includes(week));
    if (wall.year !== lastYear - count || common.length === 0) break;
    weeks = common;
    count += 1;
  }
  const month = group[0]?.wall.month;
  return count < yearsOfRule ? { count } : { rule: `FREQ=YEARLY;BYMONTH=${month};BYDAY=${weeks[0]}`, count };
}

/** Which weekday of its month a day is, counted from the front and, in the last week, from the end. */
function weeksOf({ day, daysInMonth, dayOfWeek }: Temporal.PlainDateTime): string[] {
  const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][dayOfWeek - 1];
  const week = Math.ceil(day / 7);
  return [...(week < 5 ? [`${week}${weekday}`] : []), ...(day + 7 > daysInMonth ? [`-1${weekday}`] : [])];
}

function observance({ wall, from, to, name }: Change, rule?: string): string {
  return component(minutesOf(to) > minutesOf(from) ? 'DAYLIGHT' : 'STANDARD', [
    contentLine('DTSTART', compact(wall)),
    contentLine('TZOFFSETFROM', from.replaceAll(':', '')),
    contentLine('TZOFFSETTO', to.replaceAll(':', '')),
    contentLine('TZNAME', text(name)),
    ...(rule ? [contentLine('RRULE', rule)] : []),
  ]);
}

/** Of an offset such as -05:00. */
function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** 20261124T183000 */
export function compact(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function nameAt(at: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: at.timeZoneId, timeZoneName: 'short' }).formatToParts(at.epochMilliseconds);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? at.timeZoneId;
}
