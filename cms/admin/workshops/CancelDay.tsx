'use client';
import { Button, useAuth, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { type Locale, locales } from '../../library/locales.ts';
import { wordsIn } from '../words.ts';
import { Choose, Labelled, Lines, useChoices } from './ChangeFields.tsx';
import { Done } from './Done.tsx';
import { askWorkshops } from './send.ts';
import './Workshops.css';
import { wordsFor } from './words.ts';

type Texts = Partial<Record<Locale, string>>;
interface Answer {
  cancelled: { title: string; start: string }[];
}
type State = { is: 'open' } | { is: 'sending' } | { is: 'refused'; why: string } | { is: 'done'; answer: Answer };

const soon = 48 * 3600 * 1000;

/** Above the list of workshops: everything on one day, or at one place on it, cancelled in one action, with a notice that ends by itself. */
export const CancelDay = () => {
  const { i18n } = useTranslation();
  const { user } = useAuth();
  const words = wordsFor(i18n.language);
  const [state, setState] = useState<State>({ is: 'open' });
  const [asked, setAsked] = useState<{ day?: string; place?: string; reason?: Texts }>({});
  const [notice, setNotice] = useState<Texts>({});
  const [until, setUntil] = useState('');
  const places = useChoices('places');
  if (!['admin', 'editor'].includes(String(user?.role))) return null;

  const go = async () => {
    const wanted = locales.some((locale) => notice[locale]?.trim());
    if (!asked.day) return setState({ is: 'refused', why: words.day.needsDay });
    if (wanted && (!until || !locales.every((locale) => notice[locale]?.trim()))) return setState({ is: 'refused', why: words.day.needsEnd });
    setState({ is: 'sending' });
    const body = { ...asked, ...(wanted ? { notice, until: new Date(until).toISOString() } : {}) };
    const answered = await askWorkshops<Answer>('/cancel-day', body, wordsIn(i18n.language));
    return setState('answer' in answered ? { is: 'done', answer: answered.answer } : { is: 'refused', why: answered.problem });
  };

  if (state.is === 'done') {
    const { cancelled } = state.answer;
    const what = cancelled.length === 0 ? words.day.nothing : words.day.done(cancelled.map(({ title }) => title).join('; '));
    return <Done isSoon={cancelled.some(({ start }) => Date.parse(start) - Date.now() < soon)} language={i18n.language} what={what} />;
  }
  return (
    <details className="dates">
      <summary>{words.day.open}</summary>
      <div className="dates__form">
        <Labelled label={words.day.day}>
          {(id) => <input id={id} type="date" value={asked.day ?? ''} onChange={({ target }) => setAsked({ ...asked, day: target.value || undefined })} />}
        </Labelled>
        <Choose label={words.day.place} none={words.day.everywhere} choices={places} value={asked.place} onChosen={(place) => setAsked({ ...asked, place })} />
        <Lines name="reason" given={asked} onGiven={({ reason }) => setAsked({ ...asked, reason })} language={i18n.language} />
        {locales.map((locale) => (
          <Labelled key={locale} label={words.day.notice[locale]}>
            {(id) => (
              <input
                id={id}
                type="text"
                maxLength={240}
                lang={locale}
                value={notice[locale] ?? ''}
                onChange={({ target }) => setNotice({ ...notice, [locale]: target.value })}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={words.day.until}>
          {(id) => <input id={id} type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />}
        </Labelled>
        <Button size="small" margin={false} disabled={state.is === 'sending'} onClick={() => void go()}>
          {state.is === 'sending' ? words.act.working : words.day.go}
        </Button>
        {state.is === 'refused' && (
          <p role="alert" className="dates__warning">
            {state.why}
          </p>
        )}
      </div>
    </details>
  );
};
