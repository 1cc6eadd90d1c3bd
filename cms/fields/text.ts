import type { TextareaField, TextField } from 'payload';
import { checked, filled } from './checked.ts';
import { type Said, said } from './said.ts';

/** What is wrong with a text of at most `max` letters. */
export function textProblem(value: unknown, max: number | undefined): Said | undefined {
  if (typeof value !== 'string') return said('This must be text.', 'Esto debe ser texto.');
  if (max === undefined || value.length <= max) return undefined;
  return said(`Shorten this to ${max} letters or fewer.`, `Acorte esto a ${max} letras o menos.`);
}

const upTo = (max: number) => checked(filled(said('Write something here.', 'Escriba algo aquí.'), (value) => textProblem(value, max)));

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
    validate: upTo(max),
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
    validate: upTo(max),
  }) as TextareaField;

export const summaryField = lines(
  'summary',
  said('Summary', 'Resumen'),
  said('Two sentences that answer the question. Families read this first.', 'Dos frases que responden la pregunta. Es lo primero que leen las familias.'),
  { required: true, max: 400 },
);
