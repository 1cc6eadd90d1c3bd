import type { TextField } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { type Check, checked, filled } from './checked.ts';
import { said } from './said.ts';

type Given = Partial<Omit<TextField, 'type' | 'hasMany' | 'validate' | 'minRows' | 'maxRows'>> & { name: string };

/** The last of some days: not before the first of them, which the row keeps under the name `first`. */
export const lastDay = (first: string, given: Given): TextField => {
  const notBefore: Check = (value, asked) => {
    const wrong = isDay(value, asked);
    const begins = (asked.siblingData as Record<string, unknown> | undefined)?.[first];
    if (wrong || typeof value !== 'string' || value === '' || typeof begins !== 'string') return wrong;
    return value >= begins
      ? undefined
      : said(`The last day cannot be before ${begins}, the first one.`, `El último día no puede ser anterior al primero, ${begins}.`);
  };
  return { ...day(given), validate: checked(notBefore) } as TextField;
};

const isDay = filled(said('Choose a day.', 'Elija un día.'), (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
    return said('Write the day as year-month-day, for example 2026-11-24.', 'Escriba el día como año-mes-día, por ejemplo 2026-11-24.');
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return said(
      `There is no day ${value} in the calendar. Check the month and the day.`,
      `El día ${value} no existe en el calendario. Revise el mes y el día.`,
    );
  }
});

/** A calendar day, kept as YYYY-MM-DD: a day on the wall, not an instant that moves with a zone. */
export const day = ({ name, ...rest }: Given): TextField =>
  ({
    name,
    type: 'text',
    maxLength: 10,
    ...rest,
    admin: {
      placeholder: said('YYYY-MM-DD', 'AAAA-MM-DD'),
      ...rest.admin,
      components: { Field: '/cms/admin/DayField.tsx#DayField', ...rest.admin?.components },
    },
    validate: checked(isDay),
  }) as TextField;
