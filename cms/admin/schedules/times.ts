import { isLocale, languageTag } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';
import { planWordsIn } from './words.ts';

const tagOf = (language: string) => languageTag[isLocale(language) ? language : 'en'];

/** 'today at 2:05 PM', or 'on November 20, 2026 at 2:05 PM', by the clock of whoever reads. */
export function writtenSave(language: string, savedAt: Instant, now = new Date()): string {
  const words = planWordsIn(language);
  const saved = new Date(savedAt);
  const time = new Intl.DateTimeFormat(tagOf(language), { timeStyle: 'short' }).format(saved);
  if (saved.toDateString() === now.toDateString()) return words.today(time);
  return words.onDay(new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'long' }).format(saved), time);
}

/** 'Friday, July 4, 2031 at 9:30 AM CDT', by the clock of the zone. */
export function writtenMoment(language: string, at: Instant, zone: string): string {
  return new Intl.DateTimeFormat(tagOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(new Date(at));
}

/** 'Central Time', 'hora central'. */
export function writtenZone(language: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(tagOf(language), { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
