import { contentHash } from '../../../cms/library/contentHash.ts';
import { pathOf } from '../../../cms/library/inLocale.ts';
import { type Locale, locales, otherLocale } from '../../../cms/library/locales.ts';
import { sitePages } from '../../../cms/library/pages.ts';
import { paths } from '../../../cms/library/paths.ts';
import { keyOf } from '../../../cms/library/rowKey.ts';
import { publicCollections } from '../../../cms/library/sections.ts';
import type { Address, AnyDocument, DocumentRef, Library, Review } from '../../../cms/library/types.ts';
import { type LibraryChanges, updateLibrary } from '../../../cms/library/updateLibrary.ts';
import { fixtureLibrary } from '../fixtureLibrary.ts';
import { besides } from './besides.ts';
import { edits, textOf } from './edits.ts';
import type { Step } from './steps.ts';

/** What the CMS holds of a document: both languages, whichever families see. */
interface Writing {
  document: AnyDocument;
  published: Locale[];
  isTrashed: boolean;
  /** The version before it was broken. */
  printable?: AnyDocument;
}

/** A whole library as the CMS would lead it through any history, without a database: what is hidden stays known, and addresses are remembered. */
export class World {
  library: Library = fixtureLibrary();
  /** Every address of a document at which families once found it. */
  readonly everLive = new Set<string>();
  readonly #writings: Writing[] = [];
  #count = 0;

  constructor() {
    for (const collection of publicCollections)
      for (const document of this.library.documents[collection].values())
        this.#writings.push({ document, published: locales.filter((locale) => document.text[locale]), isTrashed: false });
    for (const writing of this.#writings) this.#save(writing);
  }

  /** Whether something is published that no template can print. */
  get hasBroken(): boolean {
    return this.#writings.some(({ printable }) => printable);
  }

  /** The version that stands in for a document that cannot be printed. */
  standIn({ collection, id }: DocumentRef): AnyDocument | undefined {
    const writing = this.#writings.find(({ document }) => document.collection === collection && document.id === id);
    if (!writing?.printable) return undefined;
    const { printable, document } = writing;
    const text = Object.fromEntries(
      Object.entries(printable.text).map(([locale, words]) => [locale, { ...words, slug: document.text[locale as Locale]?.slug ?? words.slug }]),
    );
    return seen({ ...writing, document: { ...printable, text, updatedAt: document.updatedAt } as AnyDocument });
  }

  /** Carries out a step of staff or of time; others mean nothing here. */
  take(step: Step): void {
    this.#count += 1;
    if (step.do === 'time') this.#change({ asOf: new Date(Date.parse(this.library.asOf) + step.hours * 3_600_000).toISOString() });
    if (step.do === 'beside') this.#change(choose(besides, step.how)(this.library, step.which, `Words ${this.#count}`));
    if (!('which' in step) || step.do === 'beside') return;
    const writing = choose(this.#writings, step.which);
    switch (step.do) {
      case 'edit':
        if (writing.printable) return;
        writing.document = edits(this.library, writing.document, step.how, `Words ${this.#count}`);
        break;
      case 'create':
        this.#create(writing);
        return;
      case 'break':
        writing.printable ??= writing.document;
        writing.document = { ...writing.document, ...unprintable } as AnyDocument;
        break;
      case 'mend':
        writing.document = writing.printable ?? writing.document;
        delete writing.printable;
        break;
      case 'trash':
        writing.isTrashed = true;
        break;
      case 'restore':
        writing.isTrashed = false;
        break;
      case 'delete':
        this.#writings.splice(this.#writings.indexOf(writing), 1);
        writing.published = [];
        break;
      case 'publish':
        this.#publish(writing, step.locale);
        break;
      case 'unpublish':
        writing.published = writing.published.filter((locale) => locale !== step.locale);
        break;
      case 'slug':
        rename(writing, step.locale, `moved-${this.#count}`);
        break;
      case 'takeFormerSlug':
        this.#takeFormerSlug(writing, step.locale, step.how);
        break;
      case 'swap':
        this.#swap(writing, step.locale, step.how);
        return;
    }
    this.#save(writing);
  }

  #create({ document }: Writing): void {
    const id = `${document.id[0]}${1000 + this.#count}`;
    const text = Object.fromEntries(
      Object.entries(document.text).map(([locale, words]) => [
        locale,
        { ...words, slug: `made-${this.#count}`, ...textOf(document.collection, `Made ${this.#count}`) },
      ]),
    );
    const created = {
      document: { ...document, id, code: document.code && codeOf(this.#count), text } as AnyDocument,
      published: [...locales],
      isTrashed: false,
    };
    this.#writings.push(created);
    this.#save(created);
  }

  #publish(writing: Writing, locale: Locale): void {
    const { document } = writing;
    const words = document.text[locale] ?? { ...document.text[otherLocale(locale)], slug: `publicado-${this.#count}` };
    writing.document = { ...document, text: { ...document.text, [locale]: words } } as AnyDocument;
    if (!writing.published.includes(locale)) writing.published = [...writing.published, locale];
  }

  #takeFormerSlug(writing: Writing, locale: Locale, how: number): void {
    const { collection } = writing.document;
    const prefix = paths.document(locale, collection, '').replace(/\/+$/, '/');
    const former = [...this.everLive].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length, -1));
    const free = former.filter((slug) => slug && !slug.includes('/') && !this.#slugs(collection).has(slug));
    if (free.length > 0) rename(writing, locale, choose(free, how));
  }

  #slugs(collection: string): Set<string> {
    const texts = this.#writings.filter(({ document }) => document.collection === collection).flatMap(({ document }) => Object.values(document.text));
    return new Set(texts.map(({ slug }) => slug));
  }

  #swap(writing: Writing, locale: Locale, how: number): void {
    const others = this.#writings.filter(
      (other) => other !== writing && other.document.collection === writing.document.collection && other.document.text[locale],
    );
    const own = writing.document.text[locale]?.slug;
    const other = others.length > 0 ? choose(others, how) : undefined;
    const theirs = other?.document.text[locale]?.slug;
    if (!other || !own || !theirs || isIn(other, otherLocale(locale), theirs) || isIn(writing, otherLocale(locale), own)) return;
    // As staff must: one of them steps aside first. All three saves may well go out in one round.
    for (const [moving, slug] of [
      [writing, `aside-${this.#count}`],
      [other, own],
      [writing, theirs],
    ] as const) {
      rename(moving, locale, slug);
      this.#save(moving);
    }
  }

  #save(writing: Writing): void {
    const at = new Date(Date.parse(this.library.asOf) + this.#count).toISOString();
    writing.document = { ...writing.document, updatedAt: at } as AnyDocument;
    const { document } = writing;
    const ref: DocumentRef = { collection: document.collection, id: document.id };
    const visible = seen(writing);
    const addresses = addressesAfter(this.library.addresses.get(keyOf(ref)) ?? [], document, writing);
    this.#change({ asOf: this.library.asOf, documents: [[ref, visible]], attached: [{ document: ref, reviews: this.#reviews(ref), addresses }] });
  }

  #reviews(ref: DocumentRef): Review[] {
    const reviews = this.library.reviews.get(keyOf(ref)) ?? [];
    const document = this.library.documents[ref.collection].get(ref.id);
    // Now and then a clinician has looked at the text that stands.
    if (this.#count % 5 !== 0 || !document?.text.en) return [...reviews];
    const day = this.library.asOf.slice(0, 10);
    const role = { en: 'a clinician', es: 'una profesional clínica' };
    return [
      ...reviews,
      { document: ref, locale: 'en', contentHash: contentHash(document, 'en'), role, on: day, due: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` },
    ];
  }

  #change(changes: LibraryChanges): void {
    this.library = updateLibrary(this.library, changes);
    for (const page of sitePages(this.library).values())
      if ((page.kind === 'document' && page.page === 1) || page.kind === 'short' || page.kind === 'kitSheet') this.everLive.add(page.path);
  }
}

/** No template can print it. */
const unprintable = { topics: 'not a list', sources: 'not a list', items: 'not a list', order: 'not a number', alsoCalled: 'not a list', purpose: {} };

function seen({ document, published, isTrashed }: Writing): AnyDocument | undefined {
  const text = Object.fromEntries(Object.entries(document.text).filter(([locale]) => published.includes(locale as Locale)));
  return isTrashed || Object.keys(text).length === 0 ? undefined : ({ ...document, text } as AnyDocument);
}

/** No two documents share a slug, in whatever language: see slugFrom.ts. */
function isIn(writing: Writing, locale: Locale, slug: string): boolean {
  return writing.document.text[locale]?.slug === slug;
}

function rename(writing: Writing, locale: Locale, slug: string): void {
  const { document } = writing;
  const words = document.text[locale];
  if (words) writing.document = { ...document, text: { ...document.text, [locale]: { ...words, slug } } } as AnyDocument;
}

/** As the CMS writes them with each save: see recordPublication.ts. */
function addressesAfter(former: readonly Address[], document: AnyDocument, writing: Writing): Address[] {
  const own = seen(writing);
  const { collection, id, code } = document;
  return locales.flatMap((locale): Address[] => {
    const path = own?.text[locale] && pathOf(own, locale);
    const others = former.filter((address) => address.locale === locale && address.path !== path);
    const state = path ? 'moved' : 'gone';
    const kept = others.map((address): Address => (address.state === state ? address : { ...address, state, since: document.updatedAt }));
    return path ? [...kept, { locale, path, document: { collection, id }, code, state: 'live', since: document.updatedAt }] : kept;
  });
}

function codeOf(count: number): string {
  const letters = 'bcdfghjkmn';
  return `zz${[...String(count).padStart(4, '0')].map((digit) => letters[Number(digit)]).join('')}`;
}

export function choose<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T;
}
