import type { FlattenedField } from 'payload';
import { block, item, lexical, link, list, paragraph } from './lexical.ts';

/** Values that cannot be what a field holds, by its kind; the long ones are longer than any limit. */
export function wrongValues(field: FlattenedField): unknown[] {
  const many = 'hasMany' in field && field.hasMany === true;
  switch (field.type) {
    case 'text':
      return many ? ['one', [{}], [1], ['x'.repeat(100_000)]] : [{}, 5, ['x'], { $gt: '' }, 'x'.repeat(100_000)];
    case 'textarea':
      return [{}, 5, ['x'], 'x'.repeat(100_000)];
    case 'email':
      return [{}, 5, ['x']];
    case 'number':
      return ['many', {}, [1], true];
    case 'checkbox':
      return ['maybe', {}, 5];
    case 'date':
      return ['yesterday', {}, [1], '2026-13-45T00:00:00Z'];
    case 'select':
      return many ? ['nonsense', ['nonsense'], [{}], {}] : ['nonsense', {}, 5, ['nonsense']];
    case 'relationship':
    case 'upload':
      return wrongReferences(field.relationTo, many);
    case 'array':
      return ['rows', { a: 1 }, [5], ['x']];
    case 'group':
      return ['x', [1], 5];
    case 'richText':
      return [
        '<p>Words</p>',
        5,
        [],
        { root: 5 },
        { root: { children: 'x' } },
        lexical({}),
        lexical({ type: 'paragraph', children: 'x' }),
        lexical({ type: 'text', text: {} }),
        lexical(paragraph('x'), 'x' as never),
      ];
    default:
      return [];
  }
}

const nowhere = [999_999, '65f000000000000000000000'];

function wrongReferences(relationTo: string | string[], many: boolean): unknown[] {
  const one = Array.isArray(relationTo)
    ? ['x', {}, { relationTo: 'staff', value: 1 }, { relationTo: relationTo[0], value: {} }, ...nowhere.map((value) => ({ relationTo: relationTo[0], value }))]
    : ['no such id', {}, true, [[]], ...nowhere];
  return many ? ['x', {}, ...one.map((value) => [value])] : one;
}

/** Rich text that has the shape of one and may not become public. */
export const unprintable: [what: string, value: object][] = [
  ['a link that runs code', lexical(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' }, 'Here')))],
  ['a link that everybody on the way can read', lexical(paragraph(link({ linkType: 'custom', url: 'http://example.org' }, 'Here')))],
  ['a link to data', lexical(list('bullet', item(link({ linkType: 'custom', url: 'data:text/html,<script>alert(1)</script>' }, 'Here'))))],
  ['a link to no document', lexical(paragraph(link({ linkType: 'internal' }, 'Here')))],
  ['a kind of text that there is not', lexical({ type: 'iframe', src: 'https://example.org', version: 1, children: [] })],
  ['a block that there is not', lexical(block('script', { code: 'alert(1)' }))],
  ['a heading of the wrong level', lexical({ type: 'heading', tag: 'h1', version: 1, children: [] })],
  ['a video from a plain address', lexical(block('video', { title: 'A film', url: 'http://example.org/film', transcript: lexical(paragraph('Words')) }))],
];
