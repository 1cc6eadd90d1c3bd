'use client';
import { Button } from '@payloadcms/ui';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Locale, locales } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import type { Action, Planning } from './planning.ts';
import { sendPlan } from './send.ts';
import { writtenSave, writtenZone } from './times.ts';
import { planWordsIn } from './words.ts';

interface Given {
  planning: Planning;
  document: { collection: string; id: number | string; locale: Locale };
  language: string;
  onPlanned: () => void;
}

/** When, what and in which languages. It stands inside the document's own form, so it is no form itself. */
export const PlanForm = ({ planning, document, language, onPlanned }: Given) => {
  const said = planWordsIn(language);
  const words = wordsIn(language);
  const [action, setAction] = useState<Action>('publish');
  const [chosen, setChosen] = useState<Locale[]>([document.locale]);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [outcome, setOutcome] = useState<{ state: 'idle' | 'sending' } | { state: 'refused'; why: string }>({ state: 'idle' });
  const names = useId();
  const { version } = planning;
  const possible = action === 'publish' ? version.texts : planning.live;
  const wanted = locales.filter((locale) => chosen.includes(locale) && possible.includes(locale));
  const refused = (why: string) => setOutcome({ state: 'refused', why });

  async function plan() {
    if (outcome.state === 'sending') return;
    if (wanted.length === 0) return refused(said.needsLanguage);
    if (!day) return refused(said.needsDay);
    if (!time) return refused(said.needsTime);
    setOutcome({ state: 'sending' });
    const why = await sendPlan(document, { locales: wanted, action, day, time, version: version.id }, version.savedAt, words);
    if (why !== undefined) return refused(why);
    setOutcome({ state: 'idle' });
    onPlanned();
  }

  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void plan();
  };
  const toggle = (locale: Locale) => setChosen(chosen.includes(locale) ? chosen.filter((other) => other !== locale) : [...chosen, locale]);
  const saved = writtenSave(language, version.savedAt);
  const isDraft = wanted.some((locale) => version.drafts.includes(locale));

  return (
    <div className="standing__form plan">
      <label htmlFor={`${names}action`}>{said.action}</label>
      <select id={`${names}action`} value={action} onChange={(event) => setAction(event.target.value as Action)}>
        <option value="publish">{said.actions.publish}</option>
        <option value="unpublish">{said.actions.unpublish}</option>
      </select>
      <fieldset className="plan__languages">
        <legend>{said.languages}</legend>
        {locales.map((locale) => (
          <div key={locale}>
            <label>
              <input
                type="checkbox"
                checked={wanted.includes(locale)}
                disabled={!possible.includes(locale)}
                onChange={() => toggle(locale)}
                onKeyDown={onEnter}
              />
              {words.languages[locale]}
            </label>
            {!possible.includes(locale) && <p className="standing__small">{(action === 'publish' ? said.noText : said.notLive)(words.languages[locale])}</p>}
          </div>
        ))}
      </fieldset>
      <div className="plan__when">
        <div>
          <label htmlFor={`${names}day`}>{said.day}</label>
          <input id={`${names}day`} type="date" value={day} onChange={(event) => setDay(event.target.value)} onKeyDown={onEnter} />
        </div>
        <div>
          <label htmlFor={`${names}time`}>{said.time}</label>
          <input id={`${names}time`} type="time" value={time} onChange={(event) => setTime(event.target.value)} onKeyDown={onEnter} />
        </div>
      </div>
      <p className="standing__small">{said.zone(writtenZone(language, planning.zone))}</p>
      <p className="standing__note">{action === 'unpublish' ? said.away : `${isDraft ? said.draft(saved) : said.published(saved)} ${said.shared}`}</p>
      <Button type="button" buttonStyle="primary" margin={false} onClick={() => void plan()}>
        {said.plan}
      </Button>
      <div role="status">
        {outcome.state === 'sending' && <p>{said.planning}</p>}
        {outcome.state === 'refused' && <p className="standing__problem">{outcome.why}</p>}
      </div>
    </div>
  );
};
