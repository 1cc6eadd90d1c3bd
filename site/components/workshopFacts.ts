import type { Locale } from '../../cms/library/locales.ts';
import type { WorkshopLine } from '../../cms/library/queries/workshopLists.ts';
import { inWords } from '../i18n/lists.ts';
import { messages } from '../i18n/messages.ts';

/** What a workshop is, in one line: Support group · Online · English and Spanish · Please sign up first */
export function workshopFacts({ kind, format, languages, needs }: Pick<WorkshopLine, 'kind' | 'format' | 'languages' | 'needs'>, locale: Locale): string {
  const t = messages[locale];
  const spoken = languages.map((lang) => t.languageNames[lang]);
  return [t.kinds[kind], t.formats[format], inWords(spoken, locale), t.needs[needs]].filter(Boolean).join(' · ');
}
