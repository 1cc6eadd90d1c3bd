'use client';
import { Button } from '@payloadcms/ui';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Locale } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import { sendReview } from './sendReview.ts';
import type { ReviewStanding } from './standing.ts';

interface Given {
  review: ReviewStanding;
  page: string | undefined;
  document: { collection: string; id: number | string; locale: Locale };
  language: string;
  onReviewed: () => void;
}

/** 'I have read this and it is right', in the clinician's name. It stands inside the document's own form, so it is no form itself. */
export const ReviewForm = ({ review, page, document, language, onReviewed }: Given) => {
  const words = wordsIn(language);
  const { review: said } = words;
  const [role, setRole] = useState(review.suggested.role);
  const [due, setDue] = useState(review.suggested.due);
  const [outcome, setOutcome] = useState<{ state: 'idle' | 'sending' } | { state: 'refused'; why: string }>({ state: 'idle' });
  // What stood there when this was opened is what the clinician read, whatever is published since.
  const [seen] = useState(review.seen);
  const names = useId();

  async function confirm() {
    if (outcome.state === 'sending') return;
    if (!role.trim()) return setOutcome({ state: 'refused', why: said.needsRole });
    if (!due) return setOutcome({ state: 'refused', why: said.needsDue });
    setOutcome({ state: 'sending' });
    const refusal = await sendReview({ document, role: role.trim(), due, seen: seen ?? '', words });
    if (refusal === undefined) onReviewed();
    setOutcome(refusal === undefined ? { state: 'idle' } : { state: 'refused', why: refusal });
  }

  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void confirm();
  };

  return (
    <fieldset aria-label={said.yourWord} className="standing__form">
      {review.unpublishedChanges && <p className="standing__note">{said.unpublished}</p>}
      {page && (
        <p>
          <a className="standing__link" href={page} target="_blank" rel="noreferrer">
            {said.read}
          </a>
        </p>
      )}
      <label htmlFor={`${names}role`}>{said.role}</label>
      <input
        id={`${names}role`}
        type="text"
        maxLength={120}
        autoComplete="organization-title"
        placeholder={said.roleHelp}
        lang={document.locale}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        onKeyDown={onEnter}
      />
      <label htmlFor={`${names}due`}>{said.due}</label>
      <input id={`${names}due`} type="date" value={due} onChange={(event) => setDue(event.target.value)} onKeyDown={onEnter} />
      <Button type="button" buttonStyle="primary" margin={false} onClick={() => void confirm()}>
        {said.confirm}
      </Button>
      <div role="status">
        {outcome.state === 'sending' && <p>{said.sending}</p>}
        {outcome.state === 'refused' && <p className="standing__problem">{outcome.why}</p>}
      </div>
    </fieldset>
  );
};
