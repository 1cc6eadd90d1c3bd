import type { TextField } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { said } from './said.ts';

type Given = Partial<Omit<TextField, 'type' | 'hasMany' | 'validate' | 'minRows' | 'maxRows'>> & { name: string };

/** The last of some days: not before the first of them, which the row keeps under the name `first`. */
export const lastDay = (first: string, given: Given): TextField => {
  const field = day(given);
  return {
    ...field,
    validate: (value: string | null | undefined, options: Parameters<NonNullable<TextField['validate']>>[1]) => {
      const begins = (options.siblingData as Record<string, unknown>)[first];
      const fits = field.validate?.(value as never, options as never) ?? true;
      if (fits !== true || !value || typeof begins !== 'string') return fits;
      return value >= begins || `The last day cannot be before ${begins}, the first one.`;
    },
  } as TextField;
};

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
    validate: (value: unknown, { required }: { required?: boolean }) => {
      if (value === undefined || value === null || value === '') return required ? 'Choose a day.' : true;
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'Write the day as year-month-day, for example 2026-11-24.';
      try {
        Temporal.PlainDate.from(value, { overflow: 'reject' });
        return true;
      } catch (error) {
        if (error instanceof RangeError) return `There is no day ${value} in the calendar. Check the month and the day.`;
        throw error;
      }
    },
  }) as TextField;
