import type { Payload } from 'payload';
import { paths } from '../../../cms/library/paths.ts';
import { untilServed } from './processes.ts';

type Collection = 'articles' | 'faqs' | 'terms' | 'workshops';
type Row = Record<string, unknown> & { id: number | string; slug: string };

/** What kind of edit comes at each place of twenty: 40 % text, 20 % title or address, 15 % cancellations, 15 % questions or terms, 10 % (un)publishing. */
const mix = 'body title body cancel body faq body slug body visible body cancel term body title faq cancel slug body visible'.split(' ') as Kind[];
type Kind = 'body' | 'title' | 'slug' | 'cancel' | 'faq' | 'term' | 'visible';

/** Saves as staff do, one after another, each on a document of its own, and how long after each answer families see it. */
export async function openEdits(payload: Payload, origin: string) {
  const ids = Object.fromEntries(
    await Promise.all((['articles', 'faqs', 'terms', 'workshops'] as const).map(async (collection) => [collection, await scaledIds(collection)])),
  ) as Record<Collection, (number | string)[]>;
  let count = 0;
  let hidden: Row | undefined;

  async function scaledIds(collection: Collection) {
    const { docs } = await payload.find({ collection, select: { seedKey: true } as never, pagination: false, depth: 0, sort: 'id' });
    return (docs as unknown as Row[]).filter((row) => String(row.seedKey).includes('/scale-')).map(({ id }) => id);
  }

  const idOf = (collection: Collection) => ids[collection][(count * 7) % ids[collection].length] as number | string;
  const read = async (collection: Collection, id: number | string) => (await payload.findByID({ collection, id, locale: 'en', depth: 0 })) as unknown as Row;
  const save = async (collection: Collection, id: number | string, data: object) =>
    (await payload.update({ collection, id, locale: 'en', depth: 0, data: { _status: 'published', ...data } as never })) as unknown as Row;
  const addressOf = (collection: Collection, { slug }: Row) => origin + paths.document('en', collection, slug);

  /** Saves, and waits until the document's page has `words`. */
  async function served(collection: Collection, id: number | string, data: object, words: string): Promise<number> {
    const saved = await save(collection, id, data);
    return untilServed(addressOf(collection, saved), performance.now(), (status, body) => status === 200 && body.includes(words));
  }

  async function cancel(words: string): Promise<number> {
    const id = idOf('workshops');
    const workshop = await read('workshops', id);
    const page = await (await fetch(addressOf('workshops', workshop))).text();
    const former = workshop.exceptions as { day: string }[];
    const [day] = [...page.matchAll(/datetime="(\d{4}-\d\d-\d\d)T/g)].flatMap(([, found]) => (former.some((row) => row.day === found) ? [] : [found]));
    return served('workshops', id, { exceptions: [...former, { day, status: 'cancelled', reason: words }] }, words);
  }

  /** One edit takes the English text of a guide away, whose address then leads elsewhere; the next of this kind brings it back. */
  async function changeVisible(): Promise<number> {
    if (hidden) {
      const { id } = hidden;
      hidden = undefined;
      const shown = await save('articles', id, {});
      return untilServed(addressOf('articles', shown), performance.now(), (status) => status === 200);
    }
    hidden = await save('articles', idOf('articles'), { _status: 'draft' });
    return untilServed(addressOf('articles', hidden), performance.now(), (status) => status !== 200);
  }

  const kinds: Record<Kind, (words: string) => Promise<number>> = {
    async body(words) {
      const article = await read('articles', idOf('articles'));
      return served('articles', article.id, { body: withWords(article.body, words) }, words);
    },
    title: (words) => served('articles', idOf('articles'), { title: words }, words),
    slug: (words) => served('articles', idOf('articles'), { slug: words.toLowerCase().replaceAll(' ', '-') }, 'lang="en"'),
    cancel,
    faq: (words) => served('faqs', idOf('faqs'), { answer: words }, words),
    term: (words) => served('terms', idOf('terms'), { meaning: words }, words),
    visible: changeVisible,
  };

  return {
    /** Makes so many edits; gives the milliseconds of each from the save's answer until it is served. */
    async make(edits: number): Promise<number[]> {
      const times: number[] = [];
      for (let made = 0; made < edits; made += 1) {
        const kind = mix[count % mix.length] as Kind;
        times.push(await kinds[kind](`Bench edit ${count} of the kind ${kind}`));
        count += 1;
      }
      return times;
    },
    /** Changes one guide's text; gives its addresses in both languages. */
    async bodyEdit(): Promise<string[]> {
      count += 1;
      const article = await read('articles', idOf('articles'));
      await kinds.body(`Bench edit ${count} alone`);
      const spanish = (await payload.findByID({ collection: 'articles', id: article.id, locale: 'es', depth: 0 })) as unknown as Row;
      return [paths.document('en', 'articles', article.slug), paths.document('es', 'articles', spanish.slug)];
    },
    /** Saves so many edits of a few guides as fast as the CMS takes them; gives the milliseconds from the last answer until all are served. */
    async burst(edits: number, guides: number): Promise<number> {
      const rows = await Promise.all(ids.articles.slice(-guides).map((id) => read('articles', id)));
      const last = new Map<Row, string>();
      for (let made = 0; made < edits; made += 1) {
        const row = rows[made % rows.length] as Row;
        last.set(row, `Burst edit ${made}.`);
        await save('articles', row.id, { summary: `Burst edit ${made}.` });
      }
      const since = performance.now();
      const times = await Promise.all([...last].map(([row, words]) => untilServed(addressOf('articles', row), since, (_, body) => body.includes(words))));
      return Math.max(...times);
    },
    changePhone: (phone: string) => payload.updateGlobal({ slug: 'program', data: { phone } as never, depth: 0, locale: 'en' }),
  };
}

/** The same rich text with other first words, as many as before: how long it takes to read, which lists show, stays the same. */
function withWords(body: unknown, words: string): unknown {
  const changed = structuredClone(body) as { root: { children: { type: string; children?: { text?: string }[] }[] } };
  const first = changed.root.children.find(({ type }) => type === 'paragraph')?.children?.[0];
  if (first) first.text = [words, ...(first.text ?? '').split(' ').slice(words.split(' ').length)].join(' ');
  return changed;
}
