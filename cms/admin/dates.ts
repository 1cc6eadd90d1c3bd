import { isLocale, languageTag } from '../library/locales.ts';
import type { Day, Instant } from '../library/types.ts';

const tagOf = (language: string) => languageTag[isLocale(language) ? language : 'en'];

/** '24 November 2026' in the admin's language. */
export function writtenDay(language: string, day: Day): string {
  return new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A day and a time in `zone`, or in the zone of whoever reads. */
export function writtenInstant(language: string, instant: Instant, zone?: string): string {
  return new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(instant));
}

/** '1:20:05 PM', where seconds count. */
export function writtenTime(language: string, instant: Instant, zone?: string): string {
  return new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }).format(new Date(instant));
}

/** 'Tuesday, November 24' and '6:30 – 8:00 PM EST': a workshop's date as families read it, in its own zone. */
export function writtenOccurrence(language: string, { start, end, zone }: { start: Instant; end: Instant; zone: string }): { day: string; time: string } {
  const day = new Intl.DateTimeFormat(tagOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  const time = new Intl.DateTimeFormat(tagOf(language), { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: zone });
  return { day: day.format(new Date(start)), time: time.formatRange(new Date(start), new Date(end)) };
}

/** '0.4 s', or '9 min' and '3 h' for what waited for the publisher. */
export function writtenDuration(language: string, seconds: number): string {
  if (seconds >= 5400) return `${new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 0 }).format(seconds / 3600)} h`;
  if (seconds >= 60) return `${new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 0 }).format(seconds / 60)} min`;
  return `${new Intl.NumberFormat(tagOf(language), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(seconds)} s`;
}
