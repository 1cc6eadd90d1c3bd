import { hashOf } from '../cms/library/contentHash.ts';
import { locales } from '../cms/library/locales.ts';
import type { Instant } from '../cms/library/types.ts';
import type { SeedDocument } from './readSeed.ts';
import { inEveryLanguage, type Key, type Tree } from './tree.ts';

/** A document that names no file, as its row is once both languages are published: what Payload gives with `locale: 'all'`, without the id. */
export function publishedRow({ key, data }: SeedDocument, id: (key: Key) => Tree, at: Instant): Record<string, Tree> {
  return {
    ...(inEveryLanguage(data, id) as Record<string, Tree>),
    _status: Object.fromEntries(locales.map((locale) => [locale, 'published'])),
    seedKey: key,
    seedHash: hashOf([data, []]),
    publishedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}
