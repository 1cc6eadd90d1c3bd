'use client';
import { useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { writtenDay, writtenOccurrence } from '../dates.ts';
import { wordsIn } from '../words.ts';
import { DateActions } from './DateActions.tsx';
import type { FormDate } from './scheduleInForm.ts';
import { useClashes, useClosures, useSchedule } from './useSchedule.ts';
import './Workshops.css';
import { wordsFor } from './words.ts';

/** Below the schedule: its next ten dates as staff type, what is odd about them, and what can be done with each. */
export const DatesPanel = () => {
  const { id } = useDocumentInfo();
  const { i18n } = useTranslation();
  const { code } = useLocale();
  const { language } = i18n;
  const words = wordsFor(language).dates;
  const schedule = useSchedule(useClosures());
  const clashes = useClashes(id, schedule, wordsIn(language));
  const written = (days: readonly string[]) => days.map((day) => writtenDay(language, day)).join('; ');
  const { dates, survive, lost, unfinished } = schedule;
  return (
    <section className="dates" aria-labelledby="dates-ahead">
      <h3 id="dates-ahead">{words.title}</h3>
      {dates.length === 0 && <p>{words.none}</p>}
      {unfinished > 0 && <p className="dates__warning">{words.unfinished}</p>}
      {clashes === undefined && <p className="dates__warning">{words.clashUnknown}</p>}
      <ol className="dates__list">
        {dates.map((date) => (
          <li key={date.key}>
            <DateLine date={date} language={language} topic={date.session?.text[code === 'es' ? 'es' : 'en']?.title} />
            {(clashes ?? [])
              .filter(({ start }) => start === date.start)
              .map((clash) => (
                <p className="dates__warning" key={`${clash.with} ${clash.place}`}>
                  {clash.place ? words.clashPlace(clash.with) : words.clashPeople(clash.with)}
                </p>
              ))}
            <DateActions date={date} />
          </li>
        ))}
      </ol>
      {survive.length > 0 && <p>{words.survive(written(survive))}</p>}
      {lost.length > 0 && <p className="dates__warning">{words.lost(written(lost))}</p>}
    </section>
  );
};

const DateLine = ({ date, language, topic }: { date: FormDate; language: string; topic: string | undefined }) => {
  const words = wordsFor(language).dates;
  const { day, time } = writtenOccurrence(language, date);
  const when = `${day}, ${time}`;
  return (
    <>
      <p className="dates__date">
        {date.cancelled ? <s>{when}</s> : <time dateTime={date.start}>{when}</time>}
        {date.cancelled && <strong>{date.closed ? words.closed : words.cancelled}</strong>}
        {date.movedFrom && <strong>{words.moved(writtenOccurrence(language, { ...date, start: date.movedFrom, end: date.movedFrom }).day)}</strong>}
        {date.exception?.status === 'changed' && <strong>{words.changed}</strong>}
      </p>
      {topic && <p>{topic}</p>}
      {date.clock && <p className="dates__warning">{words[date.clock]}</p>}
    </>
  );
};
