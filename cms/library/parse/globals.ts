import { type Locale, locales } from '../locales.ts';
import { type CrisisLine, crisisKinds, type Program, type SearchSettings } from '../types.ts';
import type { Fields } from './fields.ts';
import { inBoth } from './localized.ts';

/** The program as families read of it. Before anybody filled it in, its words are empty and its day is the day in UTC. */
export function programFrom(fields: Fields): Program {
  const notice = noticeFrom(fields.group('notice'));
  return {
    name: fields.text('name'),
    phone: fields.text('phone'),
    email: fields.text('email'),
    zone: fields.zone('zone') ?? 'UTC',
    text: inBoth(fields, ['hours', 'tagline', 'afterHours']),
    crisisLines: fields.rows('crisisLines').map(crisisLineFrom),
    ...(notice ? { notice } : {}),
    closures: fields.rows('closures').flatMap(closureFrom),
    closuresSequence: fields.number('closuresSequence') ?? 0,
  };
}

function noticeFrom(group: Fields): Program['notice'] {
  const text = inBoth(group, ['text']);
  const until = group.instant('until');
  return text.en.text && until ? { text: { en: text.en.text, es: text.es.text }, until } : undefined;
}

function crisisLineFrom(row: Fields): CrisisLine {
  const kind = row.choice('kind', crisisKinds);
  if (!kind) throw row.problem('kind', { en: 'is empty. Say for what this line is.', es: 'está vacío. Indique para qué es esta línea.' });
  return {
    kind,
    text: inBoth(row, ['label', 'when', 'hours', 'textHow']),
    call: row.text('call'),
    textTo: row.text('textTo'),
    tty: row.text('tty'),
    chatUrl: row.url('chatUrl') ?? '',
    languages: row.choices('languages', locales),
    source: { title: row.text('sourceTitle'), url: row.url('sourceUrl') ?? '' },
    verifiedOn: row.day('verifiedOn') ?? '',
  };
}

function closureFrom(row: Fields): Program['closures'] {
  const from = row.day('from');
  if (!from) return [];
  const { en, es } = inBoth(row, ['reason']);
  return [{ from, to: row.day('to') ?? from, reason: { en: en.reason, es: es.reason } }];
}

export function searchSettingsFrom(fields: Fields): SearchSettings {
  return {
    synonyms: fields.rows('synonyms').flatMap((row) => languagesOf(row).map((locale) => ({ locale, words: row.texts('words') }))),
    promoted: fields.rows('promoted').flatMap((row) => {
      const document = row.ref('document');
      return document ? languagesOf(row).map((locale) => ({ locale, words: row.text('words'), document })) : [];
    }),
  };
}

/** In whose search a row holds. */
function languagesOf(row: Fields): readonly Locale[] {
  return row.text('locale') === 'both' ? locales : [row.locale('locale')];
}
