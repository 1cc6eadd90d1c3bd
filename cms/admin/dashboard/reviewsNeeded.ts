import { type ReviewedCollection, reviewedCollections } from '../../collections/reviewed.ts';
import { type Locale, locales } from '../../library/locales.ts';
import { documentFrom, Fields, ParseProblem, publishedLocales, reviewFrom } from '../../library/parse/index.ts';
import { reviewState } from '../../library/reviewState.ts';
import type { Review } from '../../library/types.ts';
import { ask, atMost, type Desk, type Item, itemOf, type Row } from './desk.ts';

export interface ReviewNeeded extends Item {
  languages: { locale: Locale; state: 'changed' | 'overdue' | 'not-reviewed' }[];
}

/** Changed texts come first: somebody stood behind them, and what families read now is another text. */
const urgency = ['changed', 'overdue', 'not-reviewed'] as const;
const reviewsAtMost = 500;

/**
 * Published texts behind which no clinician stands. A state is derived from the text, so a large library is not looked through whole: the 50 documents
 * of each kind that changed last, and those whose reviews fell due.
 */
export async function reviewsNeeded(desk: Desk, untitled: string): Promise<{ needed: ReviewNeeded[]; newestOnly: boolean }> {
  const isPublic = { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'published' } })) };
  const newest = await Promise.all(reviewedCollections.map((collection) => ask(desk, collection, { where: isPublic })));
  const due = (await ask(desk, 'reviews', { where: { due: { less_than: desk.today } }, sort: 'due' })).map(reviewOf);
  const known = new Set(newest.flatMap((rows, index) => rows.map((row) => `${reviewedCollections[index]}/${row.id}`)));
  const late = await Promise.all(
    reviewedCollections.map((collection) => {
      const ids = due
        .filter(({ document }) => document.collection === collection && !known.has(`${collection}/${document.id}`))
        .map(({ document }) => document.id);
      return ids.length ? ask(desk, collection, { where: { and: [isPublic, { id: { in: ids } }] } }) : [];
    }),
  );
  const rows = reviewedCollections.flatMap((collection, index) => [...(newest[index] ?? []), ...(late[index] ?? [])].map((row) => ({ collection, row })));
  const ids = [...new Set(rows.map(({ row }) => row.id))];
  const reviews = ids.length
    ? (await ask(desk, 'reviews', { where: { 'document.value': { in: ids } }, sort: '-createdAt', limit: reviewsAtMost })).reverse().map(reviewOf)
    : [];
  const needed = rows.flatMap(({ collection, row }) => {
    const languages = languagesOf(collection, row, reviews, desk.today);
    const first = languages.find(({ locale }) => locale === desk.language) ?? languages[0];
    return first ? [{ ...itemOf(desk, collection, row, untitled, first.locale), languages }] : [];
  });
  return { needed: needed.sort((a, b) => rank(a) - rank(b)), newestOnly: newest.some((found) => found.length === atMost) };
}

function languagesOf(collection: ReviewedCollection, row: Row, reviews: readonly Review[], today: string): ReviewNeeded['languages'] {
  try {
    const document = documentFrom(collection, row);
    return publishedLocales(row._status).flatMap((locale) => {
      const { state } = reviewState(document, locale, reviews, today);
      return state === 'reviewed' ? [] : [{ locale, state }];
    });
  } catch (error) {
    // A text that cannot be read cannot be reviewed either; its publication says so.
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}

function reviewOf(row: Row): Review {
  return reviewFrom(new Fields(row));
}

function rank({ languages }: ReviewNeeded): number {
  return Math.min(...languages.map(({ state }) => urgency.indexOf(state)));
}
