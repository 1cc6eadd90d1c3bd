import { describe, expect, test } from 'vitest';
import { richText } from '../../seed/markdown/index.ts';
import { keysIn } from '../../seed/tree.ts';

interface Node {
  type: string;
  children?: Node[];
  fields?: Record<string, unknown>;
  [name: string]: unknown;
}

const nodes = (markdown: string): Node[] => (richText(markdown) as unknown as { root: { children: Node[] } }).root.children;
const only = (markdown: string): Node => {
  const [node, ...more] = nodes(markdown);
  expect(more).toEqual([]);
  if (!node) throw new Error('There is no node.');
  return node;
};

describe('a text in Markdown becomes the editor’s own nodes', () => {
  test('bold and italic words are bits of a format', () => {
    expect(only('one **two *three***').children).toMatchObject([
      { text: 'one ', format: 0 },
      { text: 'two ', format: 1 },
      { text: 'three', format: 3 },
    ]);
  });

  test('a list inside an item is an item of its own, one step in', () => {
    const list = only('- one\n  1. inner\n- two');
    expect(list).toMatchObject({ type: 'list', listType: 'bullet' });
    expect(list.children?.map((item) => item.value)).toEqual([1, 2, 3]);
    expect(list.children?.[1]?.children?.[0]).toMatchObject({ listType: 'number', children: [{ indent: 1 }] });
  });

  test('items that start with [ ] are boxes to check', () => {
    const list = only('- [ ] one\n- [ ] **two**, at:');
    expect(list).toMatchObject({ type: 'list', listType: 'check', tag: 'ul' });
    expect(list.children?.map((item) => item.children?.map((child) => child.text).join(''))).toEqual(['one', 'two, at:']);
    expect(() => richText('- [ ] one\n- two')).toThrow(/every item/);
  });

  test('a link to a key is a link to a document, and one to https leads out', () => {
    const paragraph = only('See [this](articles/first-week) and [that](https://example.org/).');
    expect(paragraph.children?.filter((child) => child.type === 'link').map((child) => child.fields)).toEqual([
      { linkType: 'internal', newTab: false, doc: { $document: 'articles/first-week' } },
      { linkType: 'custom', newTab: false, url: 'https://example.org/' },
    ]);
  });

  test('words with a colon stay words', () => {
    expect(
      only('Ask either:or at 10:30.')
        .children?.map((child) => child.text)
        .join(''),
    ).toBe('Ask either:or at 10:30.');
  });

  test.each([
    ['callout', ':::callout{tone=warning title="Careful"}\nText.\n:::', { tone: 'warning', title: 'Careful' }],
    ['whatYouCanSay', ':::say{title="T"}\n### say\n- Hello.\n- I am *here*.\n\n### avoid\n- Why?\n:::', { say: ['Hello.', 'I am *here*.'], avoid: ['Why?'] }],
    ['termNote', '::term{key=iop}', { term: { $id: 'terms/iop' } }],
    ['faqGroup', '::faqs{title="T" keys="a, b"}', { title: 'T', faqs: [{ $id: 'faqs/a' }, { $id: 'faqs/b' }] }],
    ['materialNote', '::material{key=card}', { material: { $id: 'materials/card' } }],
    ['picture', '::picture{key=door}', { media: { $id: 'media/door' } }],
    ['writingLines', ':::lines{lines=2}\n- Who?\n- When?\n:::', { labels: ['Who?', 'When?'], lines: 2 }],
    ['weekPlanner', '::week{columns="Rides | For me"}', { columns: ['Rides', 'For me'] }],
    ['table', ':::table{columns="Try | Leave"}\n- Yes | No\n- Why?\n:::', { columns: ['Try', 'Leave'], rows: [{ cells: ['Yes', 'No'] }, { cells: ['Why?'] }] }],
    ['card', ':::card{title="T" labels="Name | Phone"}\nText.\n:::', { title: 'T', labels: ['Name', 'Phone'] }],
    ['crisisNumbers', '::numbers{kinds="suicide,poison"}', { kinds: ['suicide', 'poison'] }],
    ['video', ':::video{title="T" url="https://example.org/v"}\nWords.\n:::', { title: 'T', url: 'https://example.org/v' }],
  ])('the block %s keeps what was written', (blockType, markdown, fields) => {
    expect(only(markdown)).toMatchObject({ type: 'block', fields: { blockType, ...fields } });
  });

  test('each ### heading of steps is a step with its text', () => {
    const { fields } = only(':::steps{title="T"}\n### First\nDo it.\n\n### Then\nDo that.\n:::');
    expect(fields?.steps).toMatchObject([{ title: 'First', body: { root: { children: [{ type: 'paragraph' }] } } }, { title: 'Then' }]);
  });

  test('every document that a text names is found', () => {
    expect(keysIn(richText('[a](faqs/a)\n\n::term{key=b}\n\n:::callout{tone=note}\n[c](kits/c)\n:::'))).toEqual(['faqs/a', 'terms/b', 'kits/c']);
  });
});

describe('what the library has no block for is refused with its line', () => {
  test.each([
    ['a block of another name', 'Text.\n\n:::box\nText.\n:::', /line 3 .*There is no block called "box"/],
    ['a callout of another tone', ':::callout{tone=loud}\nText.\n:::', /line 1 .*callout/s],
    ['a link that is neither a key nor https', '[x](http://example.org)', /http:\/\/example\.org/],
    ['a title as a heading', '# Title', /line 1 .*start at ##/],
    ['HTML', 'Text.\n\n<b>bold</b>', /cannot stand|may hold/],
    ['a picture by its address', '![x](y.png)', /cannot stand/],
    ['words before the first step', ':::steps\nDo it.\n:::', /starts with a ### heading/],
  ])('%s', (_what, markdown, message) => {
    expect(() => richText(markdown)).toThrow(message);
  });
});
