import { describe, expect, test } from 'vitest';
import { ParseProblem, richTextFrom } from '../../cms/library/parse/index.ts';
import { block, heading, item, lexical, link, list, paragraph, words } from '../support/lexical.ts';

const parse = (...children: object[]) => richTextFrom(lexical(...children), 'body');
const text = (value: string) => [{ type: 'text', text: value }];

describe('words', () => {
  test.each([
    ['plain', 0, { type: 'text', text: 'Hi' }],
    ['bold', 1, { type: 'text', text: 'Hi', bold: true }],
    ['italic', 2, { type: 'text', text: 'Hi', italic: true }],
    ['both', 3, { type: 'text', text: 'Hi', bold: true, italic: true }],
    ['a format that the site does not have', 8, { type: 'text', text: 'Hi' }],
  ])('%s', (_name, format, expected) => {
    expect(parse(paragraph(words('Hi', format)))).toEqual([{ type: 'paragraph', children: [expected] }]);
  });

  test('a line break stays, and empty paragraphs go', () => {
    expect(parse(paragraph(), paragraph('a', { type: 'linebreak' }, 'b'), paragraph('  '))).toEqual([
      { type: 'paragraph', children: [...text('a'), { type: 'break' }, ...text('b')] },
    ]);
  });

  test('an absent text is empty', () => {
    expect([richTextFrom(null, 'body'), richTextFrom(undefined, 'body')]).toEqual([[], []]);
  });
});

test('headings get anchors from their words, unique in the whole text, blocks included', () => {
  const parsed = parse(
    heading('h2', '¿Qué hacer?'),
    heading('h3', 'Qué hacer'),
    block('callout', { tone: 'note', title: '', body: lexical(heading('h4', 'Que hacer!')) }),
    heading('h2', '…'),
  );
  expect(parsed).toMatchObject([
    { type: 'heading', level: 2, anchor: 'que-hacer' },
    { type: 'heading', level: 3, anchor: 'que-hacer-2' },
    { type: 'callout', body: [{ type: 'heading', level: 4, anchor: 'que-hacer-3' }] },
    { type: 'heading', anchor: 'section' },
  ]);
});

test('a list inside a list belongs to the item before it', () => {
  expect(parse(list('number', item('one'), item(list('bullet', item('inner'))), item('two')))).toEqual([
    {
      type: 'list',
      ordered: true,
      items: [{ children: text('one'), list: { type: 'list', ordered: false, items: [{ children: text('inner') }] } }, { children: text('two') }],
    },
  ]);
});

describe('links', () => {
  test.each([
    ['to a document by number', { linkType: 'internal', doc: { relationTo: 'faqs', value: 7 } }, { type: 'link', to: { collection: 'faqs', id: '7' } }],
    [
      'to a document that was read along',
      { linkType: 'internal', doc: { relationTo: 'articles', value: { id: 'abc' } } },
      { type: 'link', to: { collection: 'articles', id: 'abc' } },
    ],
    ['outwards', { linkType: 'custom', url: ' https://www.example.org/a ' }, { type: 'outwardLink', url: 'https://www.example.org/a' }],
  ])('%s', (_name, fields, expected) => {
    expect(parse(paragraph(link(fields, 'here')))).toEqual([{ type: 'paragraph', children: [{ ...expected, children: text('here') }] }]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'http://example.org',
    'data:text/html,x',
    '//example.org',
    '/en/guides/x/',
    '',
    'https://',
    'https://a b',
  ])('never to %j', (url) => {
    expect(() => parse(paragraph(link({ linkType: 'custom', url }, 'here')))).toThrow(/link on 'here'/);
  });

  test.each([[{ relationTo: 'staff', value: 1 }], [{ relationTo: 'faqs', value: null }], [undefined]])('never to %j', (doc) => {
    expect(() => parse(paragraph(link({ linkType: 'internal', doc }, 'here')))).toThrow(/leads to no document/);
  });
});

describe('blocks', () => {
  const inner = lexical(paragraph('inside'));
  const parsedInner = [{ type: 'paragraph', children: text('inside') }];
  test.each([
    ['callout', { tone: 'warning', title: 'T', body: inner }, { type: 'callout', tone: 'warning', title: 'T', body: parsedInner }],
    ['whatYouCanSay', { title: 'T', say: ['a'], avoid: ['b', ''] }, { type: 'whatYouCanSay', title: 'T', say: ['a'], avoid: ['b'] }],
    ['steps', { title: 'T', steps: [{ id: 'x', title: 'One', body: inner }] }, { type: 'steps', title: 'T', steps: [{ title: 'One', body: parsedInner }] }],
    ['termNote', { term: 3 }, { type: 'termNote', term: '3' }],
    ['faqGroup', { title: 'T', faqs: [1, { id: 2 }] }, { type: 'faqGroup', title: 'T', faqs: ['1', '2'] }],
    ['materialNote', { material: 'm' }, { type: 'materialNote', material: 'm' }],
    [
      'video',
      { title: 'T', url: 'https://example.org/v', transcript: inner },
      { type: 'video', title: 'T', url: 'https://example.org/v', transcript: parsedInner },
    ],
    ['picture', { media: 4 }, { type: 'picture', media: '4' }],
    ['writingLines', { labels: ['Who?', ''], lines: 2 }, { type: 'writingLines', labels: ['Who?'], lines: 2 }],
    ['weekPlanner', { columns: ['Rides'] }, { type: 'weekPlanner', columns: ['Rides'] }],
    [
      'table',
      { columns: ['A', 'B'], rows: [{ cells: ['a'] }, { cells: ['b', 'c', 'd'] }] },
      {
        type: 'table',
        columns: ['A', 'B'],
        rows: [
          ['a', ''],
          ['b', 'c'],
        ],
      },
    ],
    ['card', { title: 'T', body: inner, labels: ['Name'] }, { type: 'card', title: 'T', body: parsedInner, labels: ['Name'] }],
    ['crisisNumbers', { kinds: ['suicide'] }, { type: 'crisisNumbers', kinds: ['suicide'] }],
  ])('%s', (slug, fields, expected) => {
    expect(parse(block(slug, fields))).toEqual([expected]);
  });

  test.each([
    ['an unknown block', block('iframe', {}), /'iframe'/],
    ['a note on no term', block('termNote', { term: null }), /term.*not chosen/],
    ['a video that is not https', block('video', { title: 'T', url: 'javascript:x' }), /https/],
    ['an unknown tone', block('callout', { tone: 'loud' }), /'loud'/],
    ['an unknown part', { type: 'horizontalrule' }, /'horizontalrule'/],
    ['a level 1 heading', heading('h1', 'Big'), /'h1'/],
    ['words of an unknown kind', paragraph({ type: 'inlineBlock' }), /'inlineBlock'/],
  ])('%s is refused with the field and what to do', (_name, node, message) => {
    expect(() => parse(node)).toThrow(ParseProblem);
    expect(() => parse(node)).toThrow(/^body/);
    expect(() => parse(node)).toThrow(message);
  });

  test.each([['a string'], [{}], [{ root: { children: 'no' } }], [[1]]])('%j is no text', (value) => {
    expect(() => richTextFrom(value, 'body')).toThrow(ParseProblem);
  });
});
