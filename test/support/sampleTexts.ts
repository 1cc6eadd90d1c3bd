import { richTextOf, summaryOf, titleOf } from '../../cms/library/inLocale.ts';
import type { Locale } from '../../cms/library/locales.ts';
import type { AnyDocument } from '../../cms/library/types.ts';
import { type Passage, passagesOf } from './sampleLibrary.ts';

/** Everything that a family reads of a document in one language. */
export function textsOf(document: AnyDocument, locale: Locale): Passage[] {
  const passages: Passage[] = [
    { kind: 'heading', text: titleOf(document, locale) },
    { kind: 'prose', text: summaryOf(document, locale) },
    ...passagesOf(richTextOf(document, locale)),
    ...(document.collection === 'workshops'
      ? [document.text[locale]?.howToJoin, document.text[locale]?.whoMayCome, document.text[locale]?.interpreting].flatMap((text): Passage[] =>
          text ? [{ kind: 'prose', text }] : [],
        )
      : []),
    ...(document.collection === 'kits' ? Object.values(document.text[locale]?.notes ?? {}).map((text): Passage => ({ kind: 'prose', text })) : []),
  ];
  return passages.filter(({ text }) => text !== '');
}

/** A text without what it quotes: words that others use are not its own. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’(?!\p{L})/gu, ' ');
}
