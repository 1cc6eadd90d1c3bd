import type { CollectionSlug, Payload } from 'payload';
import type { Locale } from '../../../cms/library/locales.ts';
import type { PublicCollection } from '../../../cms/library/sections.ts';
import { lexical, paragraph } from '../lexical.ts';
import type { Step } from './steps.ts';
import { choose } from './world.ts';

type Id = number | string;
interface Row {
  collection: PublicCollection;
  id: Id;
}

/** A word that stands in drafts alone. */
export const unseen = 'heron';
/** Words that no template can print: see `refusing`. */
export const unprintable = 'These words cannot be printed';

/** Staff at work in the real CMS: each step is what they would do, with the rules of the CMS as they are. What the CMS refuses is left. */
export class Desk {
  readonly #payload: Payload;
  readonly #rows: Row[] = [];
  #place: Id = '';
  #person: Id = '';
  #count = 0;
  /** How many saves the CMS took, and what it refused. */
  taken = 0;
  readonly refused: string[] = [];

  constructor(payload: Payload) {
    this.#payload = payload;
  }

  async open(): Promise<void> {
    const payload = this.#payload;
    await payload.updateGlobal({ slug: 'program', data: { name: 'Families', phone: '555-0100', zone: 'America/Chicago' } });
    this.#place = (await payload.create({ collection: 'places', data: { name: 'Center', address: '1 Main Street' } })).id;
    this.#person = (await payload.create({ collection: 'people', data: { name: 'Rosa', role: 'Counselor' } })).id;
    const kinds: PublicCollection[] = ['topics', 'topics', 'articles', 'articles', 'faqs', 'terms', 'workshops', 'materials', 'kits', 'pages', 'articles'];
    for (const collection of kinds) await this.#create(collection, this.#count);
  }

  async take(step: Step): Promise<void> {
    this.#count += 1;
    try {
      await this.#take(step);
      this.taken += 1;
    } catch (error) {
      if (!(error instanceof Error) || !('status' in error) || Number(error.status) >= 500) throw error;
      this.refused.push(`${JSON.stringify(step)}: ${error.message}`);
    }
  }

  async #take(step: Step): Promise<void> {
    if (step.do === 'beside') return this.#beside(step.how);
    if (!('which' in step)) return;
    const row = choose(this.#rows, step.which);
    switch (step.do) {
      case 'create':
        return this.#create(row.collection, step.how);
      case 'edit':
        return step.how % 4 === 0 ? this.#draft(row, step.how % 8 ? 'en' : 'es') : this.#publish(row, step.how % 2 ? 'en' : 'es', this.#details(row, step.how));
      case 'break':
        return step.how % 2 ? this.#publish(row, 'en', bodyOf(row.collection, unprintable)) : this.#corrupt(row);
      case 'mend':
        return this.#publish(row, 'en');
      case 'trash':
        return this.#update(row, {}, { deletedAt: new Date().toISOString() });
      case 'restore':
        return this.#update(row, { trash: true }, { deletedAt: null });
      case 'delete':
        if (this.#rows.length < 6) return;
        await this.#payload.delete({ collection: row.collection, id: row.id, trash: true });
        this.#rows.splice(this.#rows.indexOf(row), 1);
        return;
      case 'publish':
        return this.#publish(row, step.locale);
      case 'unpublish':
        return this.#update(row, { locale: step.locale }, { _status: 'draft' });
      case 'slug':
        return this.#publish(row, step.locale, { slug: `moved-${this.#count}` });
      case 'takeFormerSlug':
        return this.#takeFormerSlug(row, step.locale, step.how);
      case 'swap':
        return this.#swap(row, step.locale, step.how);
    }
  }

  async #create(collection: PublicCollection, how: number): Promise<void> {
    const data = { ...this.#words(collection), ...this.#details({ collection, id: '' }, how), _status: 'published' };
    const { id } = await this.#payload.create({ collection, data: data as never });
    this.#rows.push({ collection, id });
  }

  async #update(row: Row, options: { locale?: Locale; draft?: true; trash?: true }, data: object): Promise<void> {
    await this.#payload.update({ collection: row.collection, id: row.id, ...options, data: data as never } as never);
  }

  #publish(row: Row, locale: Locale, data: object = {}): Promise<void> {
    return this.#update(row, { locale }, { ...this.#words(row.collection), ...data, takeAddress: true, _status: 'published' });
  }

  #draft(row: Row, locale: Locale): Promise<void> {
    return this.#update(row, { locale, draft: true }, { ...textOf(row.collection, `${unseen} ${this.#count}`), _status: 'draft' });
  }

  /** New words everywhere where a draft may have left its own. */
  #words(collection: PublicCollection): object {
    return textOf(collection, `Words ${this.#count}`);
  }

  #details({ collection }: Row, how: number): object {
    const ids = (kind: PublicCollection) => this.#rows.filter((row) => row.collection === kind).map(({ id }) => id);
    const topics = ids('topics').filter((_, index) => (how >> index) % 2);
    const related = this.#rows.filter((row) => /articles|faqs|terms|workshops|materials/.test(row.collection)).slice(how % 3, (how % 3) + 2);
    switch (collection) {
      case 'articles':
        return { topics, stage: how % 3 ? 'before' : 'after', related: related.map((row) => ({ relationTo: row.collection, value: row.id })) };
      case 'topics':
        return { order: how };
      case 'faqs':
        return { topics, sources: [{ title: 'Source', url: 'https://example.org' }] };
      case 'materials':
        return { topics, url: `https://example.org/${how}` };
      case 'kits':
        return { items: related.map((row) => ({ document: { relationTo: row.collection, value: row.id } })) };
      case 'workshops':
        return {
          segments: [
            {
              from: '2026-09-01',
              zone: 'America/Chicago',
              start: '18:30',
              minutes: 60 + (how % 3),
              repeat: 'week',
              interval: 1,
              weekdays: ['TU'],
              place: this.#place,
            },
          ],
          exceptions: how % 3 ? [{ day: '2026-12-01', reason: `Cancelled ${how}` }] : [],
          facilitators: how % 2 ? [this.#person] : [],
          topics,
        };
      default:
        return {};
    }
  }

  async #beside(how: number): Promise<void> {
    const payload = this.#payload;
    const words = `Words ${this.#count}`;
    switch (how % 4) {
      case 0:
        return void (await payload.updateGlobal({ slug: 'program', data: { phone: `555-${this.#count}` } }));
      case 1:
        return void (await payload.update({ collection: 'places', id: this.#place, data: { address: words } }));
      case 2:
        return void (await payload.update({ collection: 'people', id: this.#person, data: { name: words } }));
      default:
        return void (await payload.updateGlobal({ slug: 'searchSettings', data: { synonyms: [] } }));
    }
  }

  /** Past every check of the CMS, as a faulty import would. */
  async #corrupt(row: Row): Promise<void> {
    if (row.collection !== 'articles') return;
    await this.#publish(row, 'en');
    const body = lexical({ type: 'mystery' });
    if (this.#payload.db.name === 'mongoose') {
      const { collections } = this.#payload.db as unknown as { collections: Record<string, { updateOne(where: object, change: object): Promise<unknown> }> };
      await collections[row.collection]?.updateOne({ _id: row.id }, { $set: { 'body.en': body } });
      return;
    }
    const { client } = this.#payload.db as unknown as { client: { execute(query: { sql: string; args: unknown[] }): Promise<unknown> } };
    await client.execute({ sql: "UPDATE articles_locales SET body = ? WHERE _parent_id = ? AND _locale = 'en'", args: [JSON.stringify(body), row.id] });
  }

  async #takeFormerSlug(row: Row, locale: Locale, how: number): Promise<void> {
    const { docs } = await this.#payload.find({
      collection: 'addresses',
      where: { documentCollection: { equals: row.collection }, locale: { equals: locale }, state: { not_equals: 'live' } },
      pagination: false,
      sort: 'path',
    });
    const former = docs.length > 0 ? choose(docs, how) : undefined;
    if (former) await this.#publish(row, locale, { slug: former.path.split('/').at(-2) });
  }

  async #swap(row: Row, locale: Locale, how: number): Promise<void> {
    const others = this.#rows.filter((other) => other !== row && other.collection === row.collection);
    if (others.length === 0) return;
    const other = choose(others, how);
    const slugOf = async ({ collection, id }: Row) =>
      ((await this.#payload.findByID({ collection: collection as CollectionSlug, id, locale, depth: 0, trash: true })) as { slug?: string }).slug;
    const [own, theirs] = [await slugOf(row), await slugOf(other)];
    if (!own || !theirs || own === theirs) return;
    await this.#publish(row, locale, { slug: `aside-${this.#count}` });
    await this.#publish(other, locale, { slug: own });
    await this.#publish(row, locale, { slug: theirs });
  }
}

function textOf(collection: PublicCollection, words: string): object {
  switch (collection) {
    case 'faqs':
      return { question: `${words}?`, answer: words, ...bodyOf(collection, words) };
    case 'terms':
      return { term: words, meaning: words };
    case 'kits':
      return { title: words, intro: words };
    case 'workshops':
      return { title: words, summary: words, howToJoin: words, whoMayCome: words, ...bodyOf(collection, words) };
    default:
      return { title: words, summary: words, ...bodyOf(collection, words) };
  }
}

function bodyOf(collection: PublicCollection, words: string): object {
  const body = lexical(paragraph(words));
  switch (collection) {
    case 'articles':
    case 'pages':
      return { body };
    case 'faqs':
      return { more: body };
    case 'workshops':
      return { description: body };
    default:
      return {};
  }
}
