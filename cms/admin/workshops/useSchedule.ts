import { useAllFormFields } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { Clash } from '../../endpoints/workshops/clashes.ts';
import { Fields } from '../../library/parse/fields.ts';
import { programFrom } from '../../library/parse/globals.ts';
import type { Closure } from '../../library/types.ts';
import type { Words } from '../words.ts';
import { type ScheduleInForm, scheduleInForm } from './scheduleInForm.ts';
import { askWorkshops } from './send.ts';

/** The schedule in the form as it stands, a moment behind whoever types. */
export function useSchedule(closures: readonly Closure[]): ScheduleInForm {
  const [fields] = useAllFormFields();
  const read = useDeferredValue(fields);
  return useMemo(() => scheduleInForm(reduceFieldsToValues(read, true), closures, Temporal.Now.instant()), [read, closures]);
}

const none: readonly Closure[] = [];

/** The days on which the program is closed. */
export function useClosures(): readonly Closure[] {
  const [closures, setClosures] = useState(none);
  useEffect(() => {
    const read = async () => {
      const response = await fetch('/api/globals/program?depth=0', { credentials: 'same-origin' });
      if (response.ok) setClosures(programFrom(new Fields(await response.json())).closures);
    };
    read().catch(console.error);
  }, []);
  return closures;
}

/** What else has the place or the people of these dates; nothing where it could not be asked. Asked when whoever types pauses. */
export function useClashes(id: number | string | undefined, { dates }: ScheduleInForm, words: Words): Clash[] | undefined {
  const [clashes, setClashes] = useState<Clash[] | undefined>([]);
  const asked = JSON.stringify({
    ...(id === undefined ? {} : { id }),
    dates: dates
      .filter(({ cancelled }) => !cancelled)
      .map(({ start, end, place, facilitators }) => ({ start, end, ...(place ? { place } : {}), facilitators })),
  });
  useEffect(() => {
    let isCurrent = true;
    const later = setTimeout(async () => {
      const answered = await askWorkshops<{ clashes: Clash[] }>('/clashes', JSON.parse(asked) as object, words);
      if (isCurrent) setClashes('answer' in answered ? answered.answer.clashes : undefined);
    }, 500);
    return () => {
      isCurrent = false;
      clearTimeout(later);
    };
  }, [asked, words]);
  return clashes;
}
