'use client';
import { useRowLabel, useTranslation } from '@payloadcms/ui';
import type { PromotedRow, SynonymRow } from '../../globals/searchWordMistakes.ts';
import { useOpenWhileNew } from './useOpenWhileNew.ts';
import { searchWordWordsIn } from './words.ts';

/** A closed group tells its words, so that one is found among fifty. */
export const SynonymName = () => {
  const { data, rowNumber } = useRowLabel<SynonymRow>();
  useOpenWhileNew(!data.words?.length);
  const said = searchWordWordsIn(useTranslation().i18n.language);
  return <Name number={rowNumber} language={data.locale && said.in[data.locale]} what={data.words?.filter(Boolean).join(', ') || said.newGroup} />;
};

/** A closed answer tells for which words it comes first. */
export const PromotedName = () => {
  const { data, rowNumber } = useRowLabel<PromotedRow>();
  useOpenWhileNew(!data.words && !data.document);
  const said = searchWordWordsIn(useTranslation().i18n.language);
  return <Name number={rowNumber} language={data.locale && said.in[data.locale]} what={data.words ? said.first(data.words) : said.newAnswer} />;
};

const Name = ({ number = 0, what, language }: { number: number | undefined; what: string; language: string | null | undefined }) => (
  <span>
    {number + 1}. {what}
    {language && ` · ${language}`}
  </span>
);
