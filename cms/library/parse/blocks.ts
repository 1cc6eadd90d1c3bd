import type { Block, Id } from '../richText.ts';
import { crisisKinds } from '../types.ts';
import type { Fields } from './fields.ts';
import { blocksFrom, type Parsing } from './richText.ts';

/** One of our own blocks in a text. Its slug in the editor is its type here and its component's name on the site. */
export function blockFrom(fields: Fields, parsing: Parsing): Block {
  const type = fields.text('blockType');
  const title = fields.text('title');
  const body = (from: Fields, name: string) => blocksFrom(from.value(name), parsing);
  switch (type) {
    case 'callout':
      return { type, tone: fields.choice('tone', ['note', 'warning', 'emergency']) ?? 'note', title, body: body(fields, 'body') };
    case 'whatYouCanSay':
      return { type, title, say: fields.texts('say'), avoid: fields.texts('avoid') };
    case 'steps':
      return { type, title, steps: fields.rows('steps').map((step) => ({ title: step.text('title'), body: body(step, 'body') })) };
    case 'termNote':
      return { type, term: chosen(fields, 'term') };
    case 'faqGroup':
      return { type, title, faqs: fields.ids('faqs') };
    case 'materialNote':
      return { type, material: chosen(fields, 'material') };
    case 'video':
      return { type, title, url: fields.url('url') ?? '', transcript: body(fields, 'transcript') };
    case 'picture':
      return { type, media: chosen(fields, 'media') };
    case 'writingLines':
      return { type, labels: fields.texts('labels'), lines: fields.number('lines') ?? 1 };
    case 'weekPlanner':
      return { type, columns: fields.texts('columns') };
    case 'table': {
      const columns = fields.texts('columns');
      return { type, columns, rows: fields.rows('rows').map((row) => asLongAs(columns, row.texts('cells'))) };
    }
    case 'card':
      return { type, title, body: body(fields, 'body'), labels: fields.texts('labels') };
    case 'crisisNumbers':
      return { type, kinds: fields.choices('kinds', crisisKinds) };
    default:
      throw fields.problem('block', {
        en: `is of the kind '${type}', which the site cannot show. Remove it.`,
        es: `es de la clase '${type}', que el sitio no puede mostrar. Quítelo.`,
      });
  }
}

/** A row with a cell for each column: those that are left out are empty, those beyond the last column have no place. */
function asLongAs(columns: readonly string[], cells: readonly string[]): string[] {
  return columns.map((_, index) => cells[index] ?? '');
}

function chosen(fields: Fields, name: string): Id {
  const id = fields.id(name);
  if (id === undefined)
    throw fields.problem(name, { en: 'is not chosen. Choose one, or remove the block.', es: 'falta elegirlo. Elija uno o quite el bloque.' });
  return id;
}
