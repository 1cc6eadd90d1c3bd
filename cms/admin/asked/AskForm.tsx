'use client';
import { Button } from '@payloadcms/ui';
import { Link } from '@payloadcms/ui/elements/Link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { type Locale, locales } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import { AlreadyAsked } from './AlreadyAsked.tsx';
import { personalDetails } from './personalDetails.ts';
import { sendQuestion } from './sendQuestion.ts';
import { useNear } from './useNear.ts';
import { askedWordsIn } from './words.ts';

/** As long as a question may be. */
const longest = 200;

type Outcome = { state: 'idle' | 'sending' } | { state: 'saved'; href: string } | { state: 'refused'; why: string };

/** What a family asked, typed and kept as a draft with one press of the button; one more where they asked in the other language. */
export const AskForm = ({ language }: { language: Locale }) => {
  const said = askedWordsIn(language);
  const words = wordsIn(language);
  const router = useRouter();
  const names = useId();
  const [question, setQuestion] = useState('');
  const [locale, setLocale] = useState(language);
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const near = useNear(question);

  async function keep(event: FormEvent) {
    event.preventDefault();
    if (outcome.state === 'sending') return;
    if (!question.trim()) return setOutcome({ state: 'refused', why: said.needsWords });
    setOutcome({ state: 'sending' });
    const answer = await sendQuestion(question.trim(), locale, words);
    if ('why' in answer) return setOutcome({ state: 'refused', why: answer.why });
    setQuestion('');
    setOutcome({ state: 'saved', href: `/admin/collections/faqs/${answer.id}?locale=${locale}` });
    router.refresh();
  }

  return (
    <form className="asked__form" onSubmit={(event) => void keep(event)}>
      <label htmlFor={`${names}question`}>{said.label}</label>
      <textarea
        id={`${names}question`}
        rows={2}
        maxLength={longest}
        value={question}
        lang={locale}
        aria-describedby={`${names}help`}
        autoComplete="off"
        onChange={(event) => setQuestion(event.target.value)}
      />
      <p id={`${names}help`} className="asked__help">
        {said.help(longest)}
      </p>
      <div role="status">
        {personalDetails(question).map((detail) => (
          <p key={detail} className="asked__warning">
            {said.details[detail]}
          </p>
        ))}
      </div>
      <AlreadyAsked near={near} said={said} words={words} />
      <div className="asked__end">
        <fieldset>
          <legend>{said.language}</legend>
          {locales.map((one) => (
            <label key={one}>
              <input type="radio" name={`${names}locale`} checked={locale === one} onChange={() => setLocale(one)} />
              {words.languages[one]}
            </label>
          ))}
        </fieldset>
        <Button type="submit" buttonStyle="primary" margin={false}>
          {said.save}
        </Button>
      </div>
      <div role="status">
        {outcome.state === 'sending' && <p>{said.saving}</p>}
        {outcome.state === 'refused' && <p className="asked__problem">{outcome.why}</p>}
        {outcome.state === 'saved' && (
          <p>
            {said.saved}{' '}
            <Link className="asked__link" href={outcome.href} prefetch={false}>
              {said.answer}
            </Link>
          </p>
        )}
      </div>
    </form>
  );
};
