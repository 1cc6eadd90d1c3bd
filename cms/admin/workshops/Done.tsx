'use client';
import { Button } from '@payloadcms/ui';
import { wordsFor } from './words.ts';

/** What staff do next after a change of dates: what went out, whom to tell when it is soon, and the form as it is now. */
export const Done = ({ isSoon, language, what }: { isSoon: boolean; language: string; what?: string }) => {
  const { act } = wordsFor(language);
  return (
    <div className="dates__done" role="status">
      <p>
        {what ?? act.done} <a href="/admin/collections/publications">{act.receipt}</a>
      </p>
      {isSoon && <Checklist language={language} />}
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => window.location.reload()}>
        {act.again}
      </Button>
    </div>
  );
};

/** Families who are on their way read no page: what is left to do by hand. */
const Checklist = ({ language }: { language: string }) => {
  const { title, steps } = wordsFor(language).soon;
  return (
    <fieldset className="dates__checklist">
      <legend>{title}</legend>
      {steps.map((step) => (
        <label key={step} className="dates__tick">
          <input type="checkbox" />
          {step}
        </label>
      ))}
    </fieldset>
  );
};
