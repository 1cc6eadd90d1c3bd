import { hashOf } from '../cms/library/contentHash.ts';
import { type Locale, locales } from '../cms/library/locales.ts';

/** 'collection/key': how one seed document names another. */
export type Key = `${string}/${string}`;

/**
 * The data of a document as the seed writes it: Payload's own shape, in which a value may differ by language and a document is named by its key. It
 * says nothing about one database, so its hash is the same on all of them.
 */
export type Tree = string | number | boolean | null | Tree[] | { [key: string]: Tree };

/** One value a language. */
export const perLocale = (values: Partial<Record<Locale, Tree>>): Tree => ({ $locales: values as Record<string, Tree> });
/** The id of a document. */
export const idOf = (collection: string, key: string): Tree => ({ $id: `${collection}/${key}` });
/** A document in a field that may point at several collections. */
export const documentAt = (key: string): Tree => ({ $document: key });

export function collectionOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** Every document that a tree names. */
export function keysIn(tree: Tree): Key[] {
  if (Array.isArray(tree)) return tree.flatMap(keysIn);
  if (tree === null || typeof tree !== 'object') return [];
  const key = tree.$id ?? tree.$document;
  return typeof key === 'string' ? [key as Key] : Object.values(tree).flatMap(keysIn);
}

/** The languages in which a tree says anything. */
export function localesIn(tree: Tree): Locale[] {
  if (tree === null || typeof tree !== 'object') return [];
  const own = Array.isArray(tree) || !tree.$locales ? [] : Object.keys(tree.$locales);
  const found = new Set([...own, ...Object.values(tree).flatMap(localesIn)]);
  return locales.filter((locale) => found.has(locale));
}

/**
 * The data to save for one language, with ids in place of keys. A language that says nothing here leaves its value out, so that saving it changes
 * nothing there.
 */
export function inLanguage(tree: Tree, locale: Locale, id: (key: Key) => Tree): Tree | undefined {
  return resolved(tree, id, (values) => values[locale]);
}

/** The data as a row holds it, with each value that differs by language under its locale, and ids in place of keys. */
export function inEveryLanguage(tree: Tree, id: (key: Key) => Tree): Tree | undefined {
  return resolved(tree, id, (values) => values);
}

type Values = { readonly [locale: string]: Tree };

function resolved(tree: Tree, id: (key: Key) => Tree, take: (values: Values) => Tree | undefined): Tree | undefined {
  if (Array.isArray(tree)) return tree.map((item) => resolved(item, id, take)).filter((item) => item !== undefined);
  if (tree === null || typeof tree !== 'object') return tree;
  if (tree.$locales) {
    const value = take(tree.$locales as Values);
    return value === undefined ? undefined : resolved(value, id, take);
  }
  if (typeof tree.$id === 'string') return id(tree.$id as Key);
  if (typeof tree.$document === 'string') return { relationTo: collectionOf(tree.$document), value: id(tree.$document as Key) };
  const data: { [key: string]: Tree } = {};
  for (const [name, value] of Object.entries(tree)) {
    const found = resolved(value, id, take);
    if (found !== undefined) data[name] = found;
  }
  return data;
}

/**
 * Gives every row of a list and every block of a text an id that follows from its place, so that both languages are saved into the same rows and
 * writing twice gives the same bytes.
 */
export function withRowIds(tree: Tree, place: string): Tree {
  if (Array.isArray(tree))
    return tree.map((item, index) => withRowIds(isRow(item, place) ? { id: idAt(`${place}.${index}`), ...item } : item, `${place}.${index}`));
  if (tree === null || typeof tree !== 'object') return tree;
  const below = Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, withRowIds(value, `${place}.${name}`)]));
  return tree.type === 'block' ? { ...below, fields: { id: idAt(`${place}.fields`), ...(below.fields as object) } } : below;
}

function isRow(item: Tree, place: string): item is { [key: string]: Tree } {
  if (item === null || typeof item !== 'object' || Array.isArray(item) || place.endsWith('.children')) return false;
  return !Object.keys(item).some((name) => name.startsWith('$'));
}

/** 24 hexadecimal digits, the form that both databases take for a row's id. */
function idAt(place: string): string {
  return hashOf(place).slice(0, 24);
}
