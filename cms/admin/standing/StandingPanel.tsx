'use client';
import { useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { defaultLocale, isLocale } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import { PublicationLine } from './PublicationLine.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import './StandingPanel.css';
import { useStanding } from './useStanding.ts';

/** Beside a document, or settings: whether families see the language being edited, and whether a clinician stands behind it. */
export const StandingPanel = () => {
  const { id, collectionSlug, globalSlug, lastUpdateTime } = useDocumentInfo();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const [again, setAgain] = useState(0);
  const document = globalSlug
    ? { collection: 'globals', id: globalSlug, locale: isLocale(locale) ? locale : defaultLocale }
    : { collection: collectionSlug ?? '', id: id ?? '', locale: isLocale(locale) ? locale : defaultLocale };
  const { standing, late, unreachable } = useStanding(document, lastUpdateTime, again);
  if (document.id === '') return null;
  return (
    <div className="standing">
      {unreachable && (
        <p role="alert" className="standing__problem">
          {wordsIn(i18n.language).unreachable}
        </p>
      )}
      {standing && <PublicationLine standing={standing} late={late} language={i18n.language} onAgain={() => setAgain(again + 1)} />}
      {standing?.review && (
        <ReviewPanel
          key={`${document.id}${locale}`}
          review={standing.review}
          page={standing.pages[document.locale]}
          document={document}
          language={i18n.language}
          onReviewed={() => setAgain(again + 1)}
        />
      )}
    </div>
  );
};
