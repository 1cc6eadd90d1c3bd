'use client';
import { useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { wordsIn } from '../words.ts';
import { PublicationLine } from './PublicationLine.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import './StandingPanel.css';
import { useStanding } from './useStanding.ts';

/** Beside a document: whether families see the language being edited, and whether a clinician stands behind it. */
export const StandingPanel = () => {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const [again, setAgain] = useState(0);
  const { standing, late, unreachable } = useStanding(collectionSlug, id, locale, lastUpdateTime, again);
  if (id === undefined || !collectionSlug) return null;
  const document = { collection: collectionSlug, id, locale: locale === 'es' ? ('es' as const) : ('en' as const) };
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
