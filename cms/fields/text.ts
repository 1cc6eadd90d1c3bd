import type { TextareaField, TextField } from 'payload';
import { said } from './said.ts';

type Said = { en: string; es: string };
const tooLong = (max: number) => `Shorten this to ${max} letters or fewer.`;

function check(value: unknown, required: boolean | undefined, max: number): string | true {
  if (value === undefined || value === null || value === '') return required ? 'Write something here.' : true;
  if (typeof value !== 'string') return 'This must be text.';
  return value.length <= max ? true : tooLong(max);
}

/** One line of text, in each language, that families read. */
export const line = (name: string, label: Said, help: Said, { required = false, max = 160, localized = true } = {}): TextField =>
  ({
    name,
    type: 'text',
    localized,
    required,
    label,
    maxLength: max,
    admin: { description: help },
    validate: (value: unknown, { required: needed }: { required?: boolean }) => check(value, needed, max),
  }) as TextField;

/** A short text of one or two paragraphs, in each language. */
export const lines = (name: string, label: Said, help: Said, { required = false, max = 600, localized = true } = {}): TextareaField =>
  ({
    name,
    type: 'textarea',
    localized,
    required,
    label,
    maxLength: max,
    admin: { description: help, rows: 3 },
    validate: (value: unknown, { required: needed }: { required?: boolean }) => check(value, needed, max),
  }) as TextareaField;

export const summaryField = lines(
  'summary',
  said('Summary', 'Resumen'),
  said('Two sentences that answer the question. Families read this first.', 'Dos frases que responden la pregunta. Es lo primero que leen las familias.'),
  { required: true, max: 400 },
);
