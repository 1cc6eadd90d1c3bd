import { inlineText } from '../plainText.ts';
import type { Block, Inline, ListItem, RichText } from '../richText.ts';
import { isPublicCollection } from '../sections.ts';
import { anchorMaker } from './anchors.ts';
import { blockFrom } from './blocks.ts';
import { Fields, isHttps, isRecord, ParseProblem } from './fields.ts';

/** What parsing carries through one text: the field, for errors, and the anchors given so far. */
export interface Parsing {
  field: string;
  anchor(words: string): string;
}

const notOfTheEditor = { en: 'is not a text that the editor made.', es: 'no es un texto hecho en el editor.' };

type List = Extract<Block, { type: 'list' }>;

/**
 * The editor's JSON (Lexical) as our own tree. Empty paragraphs, which editors leave behind, are dropped. Throws `ParseProblem` for a node that
 * the site has no form for, and for a link that is neither to a document nor https.
 */
export function richTextFrom(value: unknown, field: string): RichText {
  if (value === undefined || value === null) return [];
  return blocksFrom(value, { field, anchor: anchorMaker() });
}

/** A text inside a text, such as a callout's: its headings share the outer text's anchors. */
export function blocksFrom(value: unknown, parsing: Parsing): Block[] {
  if (value === undefined || value === null) return [];
  const root = isRecord(value) ? value.root : undefined;
  if (!isRecord(root)) throw new ParseProblem(parsing.field, notOfTheEditor);
  return children(root, parsing).flatMap((node) => block(node, parsing));
}

function block(node: Record<string, unknown>, parsing: Parsing): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const words = inlines(node, parsing);
      return isEmpty(words) ? [] : [{ type: 'paragraph', children: words }];
    }
    case 'heading': {
      const words = inlines(node, parsing);
      return isEmpty(words) ? [] : [{ type: 'heading', level: levelOf(node, parsing), anchor: parsing.anchor(inlineText(words)), children: words }];
    }
    case 'quote':
      return [{ type: 'quote', children: inlines(node, parsing) }];
    case 'list':
      return [list(node, parsing)];
    case 'block':
      return [blockFrom(new Fields(node.fields, parsing.field), parsing)];
    default:
      throw new ParseProblem(parsing.field, {
        en: `has a part of the kind '${String(node.type)}', which the site cannot show. Remove it.`,
        es: `tiene una parte de la clase '${String(node.type)}', que el sitio no puede mostrar. Quítela.`,
      });
  }
}

function levelOf(node: Record<string, unknown>, parsing: Parsing): 2 | 3 | 4 {
  switch (node.tag) {
    case 'h2':
      return 2;
    case 'h3':
      return 3;
    case 'h4':
      return 4;
    default:
      throw new ParseProblem(parsing.field, {
        en: `has a heading of the level '${String(node.tag)}'. Use level 2, 3 or 4.`,
        es: `tiene un título del nivel '${String(node.tag)}'. Use el nivel 2, 3 o 4.`,
      });
  }
}

/** The editor keeps an inner list in an item of its own, after the item to which a reader sees it belong. */
function list(node: Record<string, unknown>, parsing: Parsing): List {
  const items: ListItem[] = [];
  for (const child of children(node, parsing)) {
    const inner = children(child, parsing)
      .filter((part) => part.type === 'list')
      .map((part) => list(part, parsing));
    const own = inlines({ children: children(child, parsing).filter((part) => part.type !== 'list') }, parsing);
    if (!isEmpty(own) || inner.length === 0) items.push({ children: own });
    for (const nested of inner) attach(items, nested);
  }
  return { type: 'list', ordered: node.listType === 'number', ...(node.listType === 'check' ? { boxes: true } : {}), items };
}

function attach(items: ListItem[], nested: List): void {
  const last = items.at(-1);
  if (!last) items.push({ children: [], list: nested });
  else if (last.list) last.list.items.push(...nested.items);
  else last.list = nested;
}

function inlines(node: Record<string, unknown>, parsing: Parsing): Inline[] {
  return children(node, parsing).flatMap((child) => inline(child, parsing));
}

const bold = 1;
const italic = 2;

function inline(node: Record<string, unknown>, parsing: Parsing): Inline[] {
  switch (node.type) {
    case 'text': {
      if (typeof node.text !== 'string') throw new ParseProblem(parsing.field, { en: 'has a text without words.', es: 'tiene un texto sin palabras.' });
      const format = typeof node.format === 'number' ? node.format : 0;
      return node.text ? [{ type: 'text', text: node.text, ...(format & bold ? { bold: true } : {}), ...(format & italic ? { italic: true } : {}) }] : [];
    }
    case 'tab':
      return [{ type: 'text', text: ' ' }];
    case 'linebreak':
      return [{ type: 'break' }];
    case 'link':
    case 'autolink':
      return link(node, parsing);
    default:
      throw new ParseProblem(parsing.field, {
        en: `has words of the kind '${String(node.type)}', which the site cannot show. Remove them.`,
        es: `tiene palabras de la clase '${String(node.type)}', que el sitio no puede mostrar. Quítelas.`,
      });
  }
}

function link(node: Record<string, unknown>, parsing: Parsing): Inline[] {
  const words = inlines(node, parsing);
  const fields = isRecord(node.fields) ? node.fields : {};
  if (fields.linkType === 'internal') {
    const { relationTo, value } = isRecord(fields.doc) ? fields.doc : {};
    const id = isRecord(value) ? value.id : value;
    if (!isPublicCollection(relationTo) || (typeof id !== 'string' && typeof id !== 'number')) {
      throw new ParseProblem(parsing.field, {
        en: `has a link on '${inlineText(words)}' that leads to no document. Choose the document again.`,
        es: `tiene un enlace en '${inlineText(words)}' que no lleva a ningún documento. Elija de nuevo el documento.`,
      });
    }
    return [{ type: 'link', to: { collection: relationTo, id: String(id) }, children: words }];
  }
  const url = typeof fields.url === 'string' ? fields.url.trim() : '';
  if (!isHttps(url))
    throw new ParseProblem(parsing.field, {
      en: `has a link on '${inlineText(words)}' to '${url}'. A link must start with https:// or lead to a document.`,
      es: `tiene un enlace en '${inlineText(words)}' a '${url}'. Un enlace debe empezar con https:// o llevar a un documento.`,
    });
  return [{ type: 'outwardLink', url, children: words }];
}

function children(node: Record<string, unknown>, parsing: Parsing): Record<string, unknown>[] {
  const { children: nodes = [] } = node;
  if (!Array.isArray(nodes) || !nodes.every(isRecord)) throw new ParseProblem(parsing.field, notOfTheEditor);
  return nodes;
}

function isEmpty(words: Inline[]): boolean {
  return words.every((word) => word.type === 'break' || (word.type === 'text' && !word.text.trim()));
}
