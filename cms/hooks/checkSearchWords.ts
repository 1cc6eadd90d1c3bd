import type { GlobalBeforeValidateHook, PayloadRequest } from 'payload';
import type { Misfit } from '../fields/misfits.ts';
import { said } from '../fields/said.ts';
import { documentKey, type PromotedRow, promotedMistakes, type SynonymRow, synonymMistakes } from '../globals/searchWordMistakes.ts';
import { publishedLocales } from '../library/parse/index.ts';
import { refuse } from './refuse.ts';

/**
 * Refuses search words that would do nothing. A document is looked at when it is chosen: one that was taken off the site since comes first for nobody, its
 * row says so, and the other rows can be saved. The seed may name what staff took off the site.
 */
export const checkSearchWords: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
  const promoted = rows<PromotedRow>(data?.promoted);
  const mistakes = [...synonymMistakes(rows<SynonymRow>(data?.synonyms)), ...promotedMistakes(promoted)];
  if (!req.context.seeding) mistakes.push(...(await notPublished(req, promoted, new Set(rows<PromotedRow>(originalDoc?.promoted).map(documentKey)))));
  if (mistakes.length > 0) refuse(req, mistakes, { global: global.slug });
  return data;
};

function rows<Row>(value: unknown): Row[] {
  return Array.isArray(value) ? value.map((row) => (row ?? {}) as Row) : [];
}

async function notPublished(req: PayloadRequest, promoted: readonly PromotedRow[], before: ReadonlySet<string>): Promise<Misfit[]> {
  const chosen = promoted.flatMap((row, index) => {
    const key = documentKey(row);
    const [collection = '', id = ''] = key.split(':');
    return row.document && !before.has(key) ? [{ key, collection, id, path: `promoted.${index}.document` }] : [];
  });
  const published = new Set<string>();
  for (const [collection, wanted] of Map.groupBy(chosen, (one) => one.collection)) {
    const { docs } = await req.payload.find({
      collection: collection as 'faqs',
      where: { id: { in: wanted.map(({ id }) => id) } },
      select: { _status: true },
      locale: 'all',
      depth: 0,
      pagination: false,
      req: { transactionID: req.transactionID } as Partial<PayloadRequest>,
    });
    for (const { id, _status } of docs) if (publishedLocales(_status).length > 0) published.add(`${collection}:${id}`);
  }
  return chosen.filter(({ key }) => !published.has(key)).map(({ path }) => ({ path, message: cannotBeSeen }));
}

const cannotBeSeen = said(
  'Families cannot see this document: it is not published. Publish it first, or choose another one.',
  'Las familias no pueden ver este documento: no está publicado. Publíquelo primero o elija otro.',
);
