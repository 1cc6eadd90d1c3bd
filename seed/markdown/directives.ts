import type { Heading, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { z } from 'zod';
import { crisisKinds } from '../../cms/library/types.ts';
import { idOf, type Tree } from '../tree.ts';
import { blocks } from './blocks.ts';
import { block, root } from './lexical.ts';
import { type Source, said } from './source.ts';

type Directive = ContainerDirective | LeafDirective;
type Reader = (node: Directive, source: Source) => Tree;

const key = z.strictObject({ key: z.string() });
const title = z.strictObject({ title: z.string().default('') });
const columns = z.strictObject({ columns: z.string() });

/** The library's own blocks as they are written in the files, each with the block of the editor that it becomes. */
const readers: Record<string, Reader> = {
  callout: (node, source) => {
    const { tone, ...rest } = attributes(node, source, title.extend({ tone: z.enum(['note', 'warning', 'emergency']) }));
    return block('callout', { tone, ...rest, body: root(blocks(node.children as RootContent[], source)) });
  },
  say: (node, source) => {
    const parts = sectionsOf(node, source);
    const wrong = parts.find((part) => !['say', 'avoid'].includes(part.title));
    if (wrong) throw source.mistake(node, `Under :::say stand "### say" and "### avoid", not "### ${wrong.title}".`);
    const words = (name: string) => parts.filter((part) => part.title === name).flatMap((part) => part.children.flatMap((child) => linesOf(child, source)));
    return block('whatYouCanSay', { ...attributes(node, source, title), say: words('say'), avoid: words('avoid') });
  },
  steps: (node, source) => {
    const steps = sectionsOf(node, source).map((step) => ({ title: step.title, body: root(blocks(step.children, source)) }));
    return block('steps', { ...attributes(node, source, title), steps });
  },
  term: (node, source) => block('termNote', { term: idOf('terms', attributes(node, source, key).key) }),
  faqs: (node, source) => {
    const { keys, ...rest } = attributes(node, source, title.extend({ keys: z.string() }));
    return block('faqGroup', { ...rest, faqs: keys.split(',').map((faq) => idOf('faqs', faq.trim())) });
  },
  material: (node, source) => block('materialNote', { material: idOf('materials', attributes(node, source, key).key) }),
  picture: (node, source) => block('picture', { media: idOf('media', attributes(node, source, key).key) }),
  lines: (node, source) => {
    const { lines } = attributes(node, source, z.strictObject({ lines: z.coerce.number().int().min(1).max(20).default(1) }));
    return block('writingLines', { labels: node.children.flatMap((child) => linesOf(child as RootContent, source)), lines });
  },
  week: (node, source) => block('weekPlanner', { columns: cellsOf(attributes(node, source, columns).columns) }),
  table: (node, source) => {
    const rows = node.children.flatMap((child) => linesOf(child as RootContent, source)).map((row) => ({ cells: cellsOf(row) }));
    return block('table', { columns: cellsOf(attributes(node, source, columns).columns), rows });
  },
  card: (node, source) => {
    const { labels, ...rest } = attributes(node, source, title.extend({ labels: z.string().default('') }));
    return block('card', { ...rest, body: root(blocks(node.children as RootContent[], source)), labels: cellsOf(labels) });
  },
  numbers: (node, source) => {
    const shape = z.strictObject({
      kinds: z
        .string()
        .default('')
        .transform((kinds) => kinds.split(',').filter(Boolean))
        .pipe(z.array(z.enum(crisisKinds))),
    });
    return block('crisisNumbers', attributes(node, source, shape));
  },
  video: (node, source) => {
    const about = attributes(node, source, title.extend({ url: z.url({ protocol: /^https$/ }) }));
    return block('video', { ...about, transcript: root(blocks(node.children as RootContent[], source)) });
  },
};

export function directive(node: Directive, source: Source): Tree {
  const read = readers[node.name];
  if (!read) throw source.mistake(node, `There is no block called "${node.name}". There are: ${Object.keys(readers).join(', ')}.`);
  return read(node, source);
}

function attributes<Shape extends z.ZodType>(node: Directive, source: Source, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(node.attributes ?? {});
  if (!parsed.success) throw source.mistake(node, `:::${node.name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What stands under each ### heading of a block. */
function sectionsOf(node: Directive, source: Source): { title: string; children: RootContent[] }[] {
  const found: { title: string; children: RootContent[] }[] = [];
  for (const child of node.children as RootContent[]) {
    if (child.type === 'heading') found.push({ title: wordsOf(child, source), children: [] });
    else if (found.length > 0) found.at(-1)?.children.push(child);
    else throw source.mistake(child, `The text under :::${node.name} starts with a ### heading.`);
  }
  return found;
}

function wordsOf(node: Heading, source: Source): string {
  return said(node, source)
    .replace(/^#+\s*/, '')
    .trim();
}

/** What stands between upright strokes: "The moment | Try | Better left". */
function cellsOf(row: string): string[] {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean);
}

/** The items of a list as plain lines. */
function linesOf(node: RootContent, source: Source): string[] {
  if (node.type !== 'list') throw source.mistake(node, 'What stands here is written as a list.');
  return node.children.map((item) =>
    item.children
      .map((child) => said(child, source))
      .join(' ')
      .replaceAll(/\s*\n\s*/g, ' ')
      .trim(),
  );
}
