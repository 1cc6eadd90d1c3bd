'use client';
import { useFormFields, useTranslation } from '@payloadcms/ui';
import type { UIFieldClientComponent } from 'payload';
import type { PromotedRow, RowLanguage } from '../../globals/searchWordMistakes.ts';
import { type Locale, locales, otherLocale } from '../../library/locales.ts';
import './FirstAnswer.css';
import { type Seen, usePromoted } from './usePromoted.ts';
import { type SearchWordWords, searchWordWordsIn } from './words.ts';

/** What a family sees first who types the words of this row. */
export const FirstAnswer: UIFieldClientComponent = ({ path = '' }) => {
  const row = path.replace(/\.[^.]*$/, '');
  const language = useFormFields(([fields]) => fields[`${row}.locale`]?.value as RowLanguage | undefined);
  const document = useFormFields(([fields]) => fields[`${row}.document`]?.value as PromotedRow['document']);
  const said = searchWordWordsIn(useTranslation().i18n.language);
  const promoted = usePromoted(document?.relationTo, document?.value as number | string | undefined);
  if (!document?.value || !language || promoted.state === 'reading') return null;
  return (
    <div className="first-answer" role="status">
      {promoted.state === 'read' ? (
        <Answers seen={promoted.seen} languages={language === 'both' ? locales : [language]} said={said} />
      ) : (
        <p className="first-answer__problem">{said[promoted.state]}</p>
      )}
    </div>
  );
};

const Answers = ({ seen, languages, said }: { seen: Seen; languages: readonly Locale[]; said: SearchWordWords }) => {
  if (Object.keys(seen).length === 0) return <p className="first-answer__problem">{said.notPublished}</p>;
  return languages.map((locale) => {
    const own = seen[locale];
    const lang = own ? locale : otherLocale(locale);
    const shown = own ?? seen[lang];
    return (
      <div key={locale}>
        <p>{said.seen[locale]}</p>
        <div className="first-answer__card" lang={lang}>
          <strong>{shown?.title}</strong>
          <p>{shown?.summary}</p>
        </div>
        {!own && <p>{said.otherLanguage[locale]}</p>}
      </div>
    );
  });
};
