import type { Locale } from '../../cms/library/locales.ts';
import type { CrisisLineView } from '../../cms/library/queries/program.ts';
import { type CrisisKind, crisisKinds } from '../../cms/library/types.ts';
import { messages } from '../i18n/messages.ts';

/**
 * One line for each kind of danger: somebody in fear needs one number and no choice. Staff put the best first; one that answers in the reader's language
 * comes before one that does not. Every line stands on help now.
 */
export function oneOfKind(lines: readonly CrisisLineView[], locale: Locale, kinds: readonly CrisisKind[] = crisisKinds): CrisisLineView[] {
  return kinds.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    return ofKind.find((line) => line.languages.includes(locale)) ?? ofKind[0] ?? [];
  });
}

/** What happened, in the reader's words; where nobody answers in their language, also which one they do speak. */
export function dangerOf(line: CrisisLineView, locale: Locale): string {
  const t = messages[locale];
  const spoken = line.languages.includes(locale) ? '' : line.languages.map((lang) => t.inLanguage[lang]).join(', ');
  return t.crisisKinds[line.kind] + (spoken && ` (${spoken})`);
}

/** How to text, as the words of a link: without the full stop of a sentence. */
export function textHow(line: CrisisLineView, locale: Locale): string {
  return line.textHow.replace(/\.$/, '') || messages[locale].textTo(line.textTo);
}
