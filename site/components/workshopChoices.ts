import type { Locale } from '../../cms/library/locales.ts';
import type { WorkshopLine } from '../../cms/library/queries/workshopLists.ts';
import { weekdayOf } from '../i18n/dates.ts';
import { messages } from '../i18n/messages.ts';

/** By what a list of workshops can be narrowed, and the names of a line's values under it. */
export interface Choices {
  name: 'topic' | 'language' | 'format' | 'when' | 'who';
  label: string;
  any: string;
  values: [value: string, words: string][];
}

/** An hour from which on a workshop is in the evening, on its own clock. */
const evening = 17;

/** What a line says under each choice; nothing where it is for everybody. */
export function valuesOf(line: WorkshopLine): Record<Choices['name'], string[]> {
  const standing = line.dates.filter(({ cancelled }) => !cancelled);
  const isEvening = (start: string) => Number(start.slice(11, 13)) >= evening;
  const times = standing.flatMap(({ day, start }) => [`day-${new Date(`${day}T12:00Z`).getUTCDay()}`, isEvening(start) ? 'evening' : 'daytime']);
  return {
    topic: line.topics.map(({ id }) => `t${id}`),
    language: line.languages,
    format: line.format === 'both' ? ['in-person', 'online'] : [line.format],
    when: standing.length > 0 ? [...new Set(times)] : ['never'],
    who: line.audience,
  };
}

/** The choices that tell these lines apart. */
export function choicesFor(lines: readonly WorkshopLine[], locale: Locale): Choices[] {
  const t = messages[locale];
  const topics = new Map(lines.flatMap(({ topics: some }) => some.map(({ id, title }) => [`t${id}`, title] as const)));
  const days = [1, 2, 3, 4, 5, 6, 0].map((day): [string, string] => [`day-${day}`, weekdayOf(day, locale)]);
  const all: Choices[] = [
    { name: 'topic', ...t.filters.topic, values: [...topics].sort(([, a], [, b]) => a.localeCompare(b, locale)) },
    { name: 'language', ...t.filters.language, values: Object.entries(t.languageNames) },
    {
      name: 'format',
      ...t.filters.format,
      values: [
        ['in-person', t.formats['in-person']],
        ['online', t.formats.online],
      ],
    },
    { name: 'when', ...t.filters.when, values: [['evening', t.filters.evening], ['daytime', t.filters.daytime], ...days] },
    { name: 'who', ...t.filters.who, values: Object.entries(t.audiences) },
  ];
  const occurring = new Map(all.map(({ name }) => [name, new Set(lines.flatMap((line) => valuesOf(line)[name]))]));
  return all
    .map((choice) => ({ ...choice, values: choice.values.filter(([value]) => occurring.get(choice.name)?.has(value)) }))
    .filter(({ name, values }) => values.length > (name === 'who' ? 0 : 1));
}
