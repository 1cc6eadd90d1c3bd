import type { FlattenedField } from 'payload';
import { type Said, said } from './said.ts';
import { textProblem } from './text.ts';

/** A value that cannot be what its field holds: where it is and what to do. */
export interface Misfit {
  path: string;
  message: Said;
}

/** A document that a value names. */
export interface Reference {
  path: string;
  relationTo: string;
  id: number | string;
}

type Row = Record<string, unknown>;

const notAGroup = said('This must be a group of named values.', 'Esto debe ser un grupo de valores con nombre.');

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is number | string => (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value));

/**
 * Goes through what a request brings and tells every value whose kind does not fit its field, and every document that is named. An empty value always
 * fits: whether a field may stay empty is asked when the document is published.
 */
export function misfits(fields: FlattenedField[], data: unknown, at = ''): { wrong: Misfit[]; references: Reference[] } {
  const wrong: Misfit[] = [];
  const references: Reference[] = [];
  if (!isRow(data)) return { wrong: [{ path: at.replace(/\.$/, ''), message: notAGroup }], references };
  for (const field of fields) {
    const value = data[field.name];
    const path = `${at}${field.name}`;
    if (value === undefined || value === null || value === '') continue;
    const message = misfit(field, value);
    if (message) {
      wrong.push({ path, message });
      continue;
    }
    if (field.type === 'array') for (const [index, row] of rows(value).entries()) gather(misfits(field.flattenedFields, row, `${path}.${index}.`));
    if (field.type === 'group' || field.type === 'tab') gather(misfits(field.flattenedFields, value, `${path}.`));
    if (field.type === 'relationship' || field.type === 'upload') references.push(...named(field.relationTo, value, path));
  }
  return { wrong, references };

  function gather(inner: { wrong: Misfit[]; references: Reference[] }) {
    wrong.push(...inner.wrong);
    references.push(...inner.references);
  }
}

function rows(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((row) => row !== null) : [];
}

/** What is wrong with this value, in words for the one who typed it; nothing when it fits. */
function misfit(field: FlattenedField, value: unknown): Said | undefined {
  switch (field.type) {
    case 'text':
      return 'hasMany' in field && field.hasMany ? texts(value, field.maxLength) : textProblem(value, field.maxLength);
    case 'textarea':
      return textProblem(value, field.maxLength);
    case 'email':
      return textProblem(value, 254);
    case 'number':
      return Number.isFinite(typeof value === 'string' ? Number(value) : value) ? undefined : said('This must be a number.', 'Esto debe ser un número.');
    case 'checkbox':
      return typeof value === 'boolean' || value === 'true' || value === 'false' ? undefined : said('This must be yes or no.', 'Esto debe ser sí o no.');
    case 'date':
      return (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime())
        ? undefined
        : said('This must be a date and time, for example 2026-11-24T18:00:00Z.', 'Esto debe ser una fecha y hora, por ejemplo 2026-11-24T18:00:00Z.');
    case 'select':
      return choices(
        field.options.map((option) => (typeof option === 'string' ? option : option.value)),
        field.hasMany === true,
        value,
      );
    case 'relationship':
    case 'upload':
      return chosen(field.relationTo, field.hasMany === true, value);
    case 'array':
      return value === 0 || (Array.isArray(value) && value.every((row) => row === null || isRow(row)))
        ? undefined
        : said('This must be a list of rows.', 'Esto debe ser una lista de filas.');
    case 'group':
    case 'tab':
      return isRow(value) ? undefined : notAGroup;
    case 'richText':
      return isTree(value)
        ? undefined
        : said('This is not a text that the editor made. Write it in the editor.', 'Este texto no se hizo en el editor. Escríbalo en el editor.');
    default:
      return undefined;
  }
}

function texts(value: unknown, max: number | undefined): Said | undefined {
  return Array.isArray(value)
    ? value.map((one) => textProblem(one, max)).find(Boolean)
    : said('This must be a list of texts.', 'Esto debe ser una lista de textos.');
}

function choices(allowed: string[], many: boolean, value: unknown): Said | undefined {
  const given = many && Array.isArray(value) ? value : [value];
  return given.every((one) => allowed.includes(one as string)) ? undefined : said(`Choose from: ${allowed.join(', ')}.`, `Elija entre: ${allowed.join(', ')}.`);
}

function chosen(relationTo: string | string[], many: boolean, value: unknown): Said | undefined {
  const given = many ? value : [value];
  const fits = Array.isArray(given) && given.every((one) => isReference(relationTo, one));
  return fits ? undefined : said('Choose a document of this library.', 'Elija un documento de esta biblioteca.');
}

function isReference(relationTo: string | string[], value: unknown): boolean {
  if (!Array.isArray(relationTo)) return isId(isRow(value) ? value.id : value);
  return isRow(value) && relationTo.includes(value.relationTo as string) && isId(isRow(value.value) ? value.value.id : value.value);
}

function named(relationTo: string | string[], value: unknown, path: string): Reference[] {
  return (Array.isArray(value) ? value : [value]).map((one) => {
    const inner = Array.isArray(relationTo) ? one.value : one;
    return { path, relationTo: Array.isArray(relationTo) ? one.relationTo : relationTo, id: isRow(inner) ? (inner.id as string) : inner };
  });
}

/** A tree of named nodes. Whether the site has a form for each is asked when the document is published. */
function isTree(value: unknown): boolean {
  const whole = isRow(value) && isRow(value.root) && Array.isArray(value.root.children);
  return whole && nodes(value.root as Row);
}

function nodes(node: Row): boolean {
  if (typeof node.type !== 'string') return false;
  if (node.type === 'text' && typeof node.text !== 'string') return false;
  if (node.type === 'block' && !isRow(node.fields)) return false;
  const { children = [] } = node;
  return Array.isArray(children) && children.every((child) => isRow(child) && nodes(child));
}
