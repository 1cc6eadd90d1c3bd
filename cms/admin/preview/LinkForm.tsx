'use client';
import { Button, useFormModified } from '@payloadcms/ui';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Locale } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import { type Lasts, lasts, usuallyLasts } from './lasts.ts';
import { MadeLink } from './MadeLink.tsx';
import { makeLink } from './useLinks.ts';
import { previewWordsIn } from './words.ts';

interface Given {
  document: { collection: string; id: number | string; locale: Locale };
  language: string;
  onMade: () => void;
}

type Outcome = { state: 'idle' | 'making' } | { state: 'made'; url: string } | { state: 'refused'; why: string };

/** It stands inside the document's own form, so it is no form itself. */
export const LinkForm = ({ document, language, onMade }: Given) => {
  const words = previewWordsIn(language).links;
  const [days, setDays] = useState<Lasts>(usuallyLasts);
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const modified = useFormModified();
  const names = useId();

  async function make() {
    if (outcome.state === 'making') return;
    setOutcome({ state: 'making' });
    const answer = await makeLink({ ...document, days, note: note.trim() }, words.unreachable);
    if ('refused' in answer) return setOutcome({ state: 'refused', why: answer.refused });
    setOutcome({ state: 'made', url: answer.said.url });
    setNote('');
    onMade();
  }

  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void make();
  };

  return (
    <fieldset className="standing__form" aria-label={words.title}>
      <p>{words.help(wordsIn(language).languages[document.locale])}</p>
      {modified && <p className="standing__note">{words.saveFirst}</p>}
      <label htmlFor={`${names}days`}>{words.days}</label>
      <select id={`${names}days`} className="preview-links__choice" value={days} onChange={(event) => setDays(Number(event.target.value) as Lasts)}>
        {lasts.map((count) => (
          <option key={count} value={count}>
            {words.dayCount(count)}
          </option>
        ))}
      </select>
      <label htmlFor={`${names}note`}>{words.note}</label>
      <input
        id={`${names}note`}
        type="text"
        maxLength={120}
        autoComplete="off"
        placeholder={words.noteHelp}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={onEnter}
      />
      <Button type="button" buttonStyle="secondary" margin={false} onClick={() => void make()}>
        {words.make}
      </Button>
      <div role="status">
        {outcome.state === 'making' && <p>{words.making}</p>}
        {outcome.state === 'refused' && <p className="standing__problem">{outcome.why}</p>}
        {outcome.state === 'made' && <p>{words.made}</p>}
      </div>
      {outcome.state === 'made' && <MadeLink url={outcome.url} words={words} />}
    </fieldset>
  );
};
