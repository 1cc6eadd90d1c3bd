'use client';
import { useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { wordsIn } from '../words.ts';
import { PlanForm } from './PlanForm.tsx';
import { PlanList } from './PlanList.tsx';
import '../standing/StandingPanel.css';
import './SchedulePanel.css';
import { cancelPlan } from './send.ts';
import { usePlanning } from './usePlanning.ts';
import { planWordsIn } from './words.ts';

/** Beside a document: what of it goes out or is taken off the site at a time, and the place to plan that. */
export const SchedulePanel = () => {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const [again, setAgain] = useState(0);
  const [told, setTold] = useState('');
  const { planning, unreachable } = usePlanning(collectionSlug, id, lastUpdateTime, again);
  if (id === undefined || !collectionSlug || (!planning && !unreachable)) return null;
  const { language } = i18n;
  const said = planWordsIn(language);
  const words = wordsIn(language);

  const tell = (what: string) => {
    setTold(what);
    setAgain(again + 1);
  };
  const cancel = async (plan: string) => tell((await cancelPlan(plan, words)) ?? said.cancelled);

  return (
    <section className="standing standing__part" aria-labelledby="planned">
      <h3 id="planned">{said.title}</h3>
      {unreachable && (
        <p role="alert" className="standing__problem">
          {words.unreachable}
        </p>
      )}
      {planning && (planning.plans.length ? null : <p>{said.none}</p>)}
      {planning && <PlanList plans={planning.plans} mayPlan={planning.mayPlan} language={language} onCancel={(plan) => void cancel(plan)} />}
      <p role="status">{told}</p>
      {planning?.mayPlan && (
        <details>
          <summary>{said.open}</summary>
          <PlanForm
            key={`${id}${locale}`}
            planning={planning}
            document={{ collection: collectionSlug, id, locale: locale === 'es' ? 'es' : 'en' }}
            language={language}
            onPlanned={() => tell(said.planned)}
          />
        </details>
      )}
    </section>
  );
};
