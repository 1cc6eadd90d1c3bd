'use client';
import { Button } from '@payloadcms/ui';
import { wordsIn } from '../words.ts';
import type { Plan } from './planning.ts';
import { writtenMoment, writtenSave } from './times.ts';
import { planWordsIn } from './words.ts';

interface Given {
  plans: readonly Plan[];
  mayPlan: boolean;
  language: string;
  onCancel: (id: string) => void;
}

/** What waits for its time, and what was not carried out and why. */
export const PlanList = ({ plans, mayPlan, language, onCancel }: Given) => {
  const said = planWordsIn(language);
  const { languages } = wordsIn(language);
  return (
    <ul className="plans">
      {plans.map(({ id, state, locale, action, at, zone, versionSavedAt, by, problem }) => (
        <li key={id} className={problem ? 'plans__plan plans__plan--stopped' : 'plans__plan'}>
          <p>
            <strong>{(state === 'failed' ? said.failed : said.waits)[action](languages[locale])}</strong>
          </p>
          <p>{writtenMoment(language, at, zone)}</p>
          <p className="standing__small">
            {[versionSavedAt && said.version(writtenSave(language, versionSavedAt)), by && said.by(by)].filter(Boolean).join(' ')}
          </p>
          {problem && (
            <p className="standing__problem">
              {state === 'waiting' && `${said.overtaken} `}
              {problem}
            </p>
          )}
          {mayPlan && state === 'waiting' && (
            <Button type="button" buttonStyle="secondary" size="small" margin={false} onClick={() => onCancel(id)}>
              {said.cancel}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
