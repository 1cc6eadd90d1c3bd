import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

export interface ReadLine {
  name: string;
  parameters: Record<string, string>;
  value: string;
}

export interface ReadComponent {
  name: string;
  lines: ReadLine[];
  inside: ReadComponent[];
}

/** Start and end of a date that takes place, in UTC. */
export type ReadDate = [start: string, end: string];

/** Reads a calendar as RFC 5545 is written, and throws at whatever it does not allow. */
export function readStrictly(file: string): ReadComponent {
  if (!file.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(file)) throw new Error('A line does not end in CR LF.');
  for (const line of file.split('\r\n')) if (Buffer.byteLength(line) > 75) throw new Error(`Longer than 75 octets: ${line}`);
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n').map(lineOf);
  const open: ReadComponent[] = [{ name: '', lines: [], inside: [] }];
  for (const line of lines) {
    if (line.name === 'BEGIN') open.push({ name: line.value, lines: [], inside: [] });
    else if (line.name === 'END') {
      const closed = open.pop();
      if (!closed || closed.name !== line.value) throw new Error(`END:${line.value} closes nothing.`);
      if (closed.name === 'VEVENT') checkEvent(closed);
      open.at(-1)?.inside.push(closed);
    } else open.at(-1)?.lines.push(line);
  }
  const [calendar, ...others] = open[0]?.inside ?? [];
  if (open.length !== 1 || !calendar || others.length > 0) throw new Error('A file is one VCALENDAR.');
  checkZones(calendar);
  return calendar;
}

function lineOf(text: string): ReadLine {
  const { name, parameters, value } = text.match(/^(?<name>[A-Z-]+)(?<parameters>(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(?<value>.*)$/)?.groups ?? {};
  if (!name || value === undefined) throw new Error(`No content line: ${text}`);
  if (/[^\P{Cc}\t]/u.test(value)) throw new Error(`A control character: ${text}`);
  if (['SUMMARY', 'LOCATION', 'DESCRIPTION', 'NAME'].includes(name) && /(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])/.test(value))
    throw new Error(`Not escaped: ${text}`);
  return { name, value, parameters: Object.fromEntries([...(parameters ?? '').matchAll(/;([A-Z-]+)=([^;]*)/g)].map(([, key, one]) => [key, one])) };
}

function checkEvent({ lines }: ReadComponent): void {
  for (const needed of ['UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'DTSTART', 'SUMMARY', 'STATUS'])
    if (lines.filter(({ name }) => name === needed).length !== 1) throw new Error(`Not one ${needed} in ${valueIn(lines, 'UID')}.`);
}

function checkZones({ inside }: ReadComponent): void {
  const defined = inside.filter(({ name }) => name === 'VTIMEZONE').map(({ lines }) => valueIn(lines, 'TZID'));
  for (const { parameters } of inside.flatMap(({ lines }) => lines))
    if (parameters.TZID !== undefined && !defined.includes(parameters.TZID)) throw new Error(`No VTIMEZONE for ${parameters.TZID}.`);
}

export const valueIn = (lines: readonly ReadLine[], name: string): string => lines.find((line) => line.name === name)?.value ?? '';
export const eventsOf = (calendar: ReadComponent): ReadComponent[] => calendar.inside.filter(({ name }) => name === 'VEVENT');

/** The dates of a calendar that take place between two instants, as rrule-temporal finds them. */
export function datesOf(calendar: ReadComponent, from: string, until: string): ReadDate[] {
  const events = eventsOf(calendar);
  const series = events.flatMap((event): ReadDate[] => {
    const rule = valueIn(event.lines, 'RRULE');
    if (!rule) return [];
    const uid = valueIn(event.lines, 'UID');
    const others = new Set(events.filter(({ lines }) => valueIn(lines, 'UID') === uid).flatMap(({ lines }) => momentsOf(lines, 'RECURRENCE-ID')));
    const except = new Set(momentsOf(event.lines, 'EXDATE'));
    const start = event.lines.find(({ name }) => name === 'DTSTART');
    const expanded = new RRuleTemporal({ rruleString: `DTSTART;TZID=${start?.parameters.TZID}:${start?.value}\nRRULE:${rule}`, maxIterations: 100_000 });
    return expanded
      .between(new Date(from), new Date(until), true)
      .map((date) => Temporal.Instant.from(date.toInstant().toString()).toString())
      .filter((moment) => !others.has(moment) && !except.has(moment))
      .map((moment) => lasting(moment, event));
  });
  const single = events
    .filter(({ lines }) => !valueIn(lines, 'RRULE'))
    .flatMap((event) => (isOff(event) ? [] : momentsOf(event.lines, 'DTSTART').map((moment) => lasting(moment, event))));
  return [...series, ...single].filter(([start]) => start >= from && start <= until).sort(([a], [b]) => (a < b ? -1 : 1));
}

const isOff = ({ lines }: ReadComponent) => valueIn(lines, 'STATUS') === 'CANCELLED';

function lasting(start: string, { lines }: ReadComponent): ReadDate {
  const [end] = momentsOf(lines, 'DTEND');
  return [
    start,
    end ??
      Temporal.Instant.from(start)
        .add(Temporal.Duration.from(valueIn(lines, 'DURATION')))
        .toString(),
  ];
}

/** Wall times of a line as instants. */
function momentsOf(lines: readonly ReadLine[], name: string): string[] {
  return lines
    .filter((line) => line.name === name)
    .flatMap(({ value, parameters }) =>
      value.split(',').map((wall) =>
        wall.endsWith('Z')
          ? Temporal.Instant.from(wall).toString()
          : Temporal.PlainDateTime.from(wall)
              .toZonedDateTime(parameters.TZID ?? 'UTC')
              .toInstant()
              .toString(),
      ),
    );
}
