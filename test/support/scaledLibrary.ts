import { locales } from '../../cms/library/locales.ts';
import { documentFrom } from '../../cms/library/parse/index.ts';
import { paths } from '../../cms/library/paths.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';
import type { Address, AnyDocument, DocumentRef, Library } from '../../cms/library/types.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { publishedRow } from '../../seed/publishedRow.ts';
import { scaledDocuments } from '../../seed/scale.ts';
import { fixtureLibrary } from './fixtureLibrary.ts';

/**
 * The made-up library of `size` documents as `npm run seed -- --scale` makes it, but without a database. The program and the fixed pages are the fixture's,
 * and so is the clock.
 */
export function scaledLibrary(size: number): Library {
  const fixture = fixtureLibrary();
  const { pages: _pages, ...others } = fixture.documents;
  const fixtures = Object.values(others).flatMap((map) => [...(map as ReadonlyMap<string, DocumentRef>).values()]);
  const made = madeUp(size, fixture.asOf);
  return updateLibrary(fixture, {
    asOf: fixture.asOf,
    documents: [...fixtures.map((ref) => [ref, undefined] as const), ...made.map((document) => [document, document] as const)].map(([ref, document]) => [
      { collection: ref.collection, id: ref.id },
      document,
    ]),
    attached: [...fixtures.map(({ collection, id }) => ({ document: { collection, id }, reviews: [], addresses: [] })), ...made.map(attachedTo)],
  });
}

function madeUp(size: number, at: string): AnyDocument[] {
  const ids = new Map<string, number>();
  const counts = new Map<string, number>();
  return scaledDocuments(size).map((seeded) => {
    const id = (counts.get(seeded.collection) ?? 0) + 1;
    counts.set(seeded.collection, id);
    ids.set(seeded.key, id);
    return documentFrom(seeded.collection as PublicCollection, { id, ...publishedRow(seeded, (key) => ids.get(key) ?? null, at) });
  });
}

function attachedTo({ collection, id, code, text }: AnyDocument): { document: DocumentRef; reviews: []; addresses: Address[] } {
  const document = { collection, id };
  const addresses = locales.map(
    (locale): Address => ({
      locale,
      path: paths.document(locale, collection, text[locale]?.slug ?? ''),
      document,
      code,
      state: 'live',
      since: '2026-09-01T15:00:00.000Z',
    }),
  );
  return { document, reviews: [], addresses };
}
