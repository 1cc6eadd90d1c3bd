import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { lexical, paragraph } from './lexical.ts';
import type { TestPublishing } from './publishing.ts';
import { end, until } from './until.ts';

export const guidePath = (slug: string) => paths.document('en', 'articles', slug);
export const guide = (title: string, words: string) => ({
  title,
  summary: `About ${title}.`,
  body: lexical(paragraph(words)),
  _status: 'published' as const,
});

/** Words that only drafts have. */
const unseen = 'heron';

/** Writes guides on a site, and compares what families read of it with what is published. */
export function guidesOn(site: TestPublishing) {
  let count = 0;
  const guides = {
    async write(words = 'Words.'): Promise<{ id: number | string; path: string; title: string }> {
      count += 1;
      const title = `Guide ${count}`;
      const { id, slug } = await site.payload.create({ collection: 'articles', data: guide(title, words) });
      return { id, title, path: guidePath(String(slug)) };
    },
    withdraw: (id: number | string) => site.payload.update({ collection: 'articles', id, data: { _status: 'draft' } }),
    stands: async (path: string) => (await site.page(path)) !== undefined,
    nothingWaits: async () => (await waitingPublications(site.payload)).length === 0,
    async receiptOf(id: number | string) {
      const where = { documentCollection: { equals: 'articles' }, documentId: { equals: String(id) } };
      return (await site.payload.find({ collection: 'publications', where, sort: '-savedAt', limit: 1 })).docs[0];
    },
    /** Lets a publisher end what it does, and compares. */
    async settle(publisher: ChildProcess): Promise<void> {
      // One that is only starting would end before it did anything: it is at work once something new stands.
      const { path } = await guides.write();
      await until('a new page stands', () => guides.stands(path), { seconds: 90 });
      await until('nothing waits', guides.nothingWaits, { seconds: 90 });
      expect(await end(publisher, 'SIGTERM')).toBe(0);
      await guides.expectExact();
    },
    async expectExact(): Promise<void> {
      const output = await site.output();
      expect(output).toEqual(await site.fromNothing());
      expect([...output].filter(([, bytes]) => bytes.includes(unseen)).map(([path]) => path)).toEqual([]);
      expect(await readdir(`${site.folders.outDir}.tmp`)).toEqual([]);
      const { docs } = await site.payload.find({ collection: 'publications', pagination: false });
      expect(docs.filter(({ state, error }) => state !== 'live' || error)).toEqual([]);
    },
  };
  return guides;
}

export type Guides = ReturnType<typeof guidesOn>;
