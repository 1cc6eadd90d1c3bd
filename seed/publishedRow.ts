import { locales } from '../cms/library/locales.ts';
import type { Instant } from '../cms/library/types.ts';
import type { SeedDocument } from './readSeed.ts';
import { inEveryLanguage, type Key, type Tree } from './tree.ts';

/** A document as its row is once both languages are published: what Payload gives with `locale: 'all'`, but for its id and what the seed keeps there. */
export function publishedRow({ data }: Pick<SeedDocument, 'data'>, id: (key: Key) => Tree, at: Instant): Record<string, Tree> {
  return {
    ...(inEveryLanguage(data, id) as Record<string, Tree>),
    _status: Object.fromEntries(locales.map((locale) => [locale, 'published'])),
    publishedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}
