import { defaultLocale, isLocale, type Locale } from '../locales.ts';
import type { DocumentRef, Id } from '../richText.ts';
import { isPublicCollection } from '../sections.ts';
import type { ClockTime, Day, Instant } from '../types.ts';

type Said = Record<Locale, string>;

/** A document that does not have the shape which the library needs. The message names the field and says what is wrong with it. */
export class ParseProblem extends Error {
  override name = 'ParseProblem';
  field: string;
  what: Said;

  constructor(field: string, what: Said) {
    super(`${field}: ${what[defaultLocale]}`);
    this.field = field;
    this.what = what;
  }

  /** The message in the language of whoever reads it, with the name by which they know the field. */
  in(locale: Locale, field = this.field): string {
    return `${field}: ${this.what[locale]}`;
  }
}

/**
 * The fields of a document or of one of its rows, as the CMS gives them with all locales. Each method reads one field and throws `ParseProblem`
 * where the value is not of its kind; an absent value is empty, since editors may leave most fields out.
 */
export class Fields {
  readonly #values: Record<string, unknown>;
  readonly #where: string;
  readonly #locale: Locale | undefined;

  constructor(values: unknown, where = '', locale?: Locale) {
    if (!isRecord(values)) throw new ParseProblem(where || 'document', notThe(values, { en: 'a document', es: 'un documento' }));
    this.#values = values;
    this.#where = where;
    this.#locale = locale;
  }

  /** The same fields, of which each is read in one language. */
  in(locale: Locale): Fields {
    return new Fields(this.#values, this.#where, locale);
  }

  text(name: string): string {
    const value = this.value(name);
    if (value === undefined) return '';
    if (typeof value !== 'string') throw this.problem(name, notThe(value, kinds.string));
    return value.trim();
  }

  required(name: string): string {
    const text = this.text(name);
    if (!text) throw this.problem(name, { en: 'is empty. Fill it in and publish again.', es: 'está vacío. Complételo y publique de nuevo.' });
    return text;
  }

  flag(name: string): boolean {
    return this.value(name) === true;
  }

  number(name: string): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.problem(name, notThe(value, kinds.number));
    return value;
  }

  /** One of a list of words, or nothing. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    const word = words.find((candidate) => candidate === value);
    if (!word) throw this.problem(name, { en: `is '${value}'. It may be ${words.join(', ')}.`, es: `es '${value}'. Puede ser ${words.join(', ')}.` });
    return word;
  }

  choices<Word extends string>(name: string, words: readonly Word[]): Word[] {
    return this.list(name).map((value) => {
      const word = words.find((candidate) => candidate === value);
      if (!word)
        throw this.problem(name, {
          en: `has '${String(value)}'. It may have ${words.join(', ')}.`,
          es: `tiene '${String(value)}'. Puede tener ${words.join(', ')}.`,
        });
      return word;
    });
  }

  texts(name: string): string[] {
    return this.list(name)
      .map((value) => {
        if (typeof value !== 'string') throw this.problem(name, notThe(value, kinds.string));
        return value.trim();
      })
      .filter(Boolean);
  }

  id(name: string): Id | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.#idFrom(name, value);
  }

  ids(name: string): Id[] {
    return this.list(name).map((value) => this.#idFrom(name, value));
  }

  /** A relationship that may lead to documents of several collections. */
  ref(name: string): DocumentRef | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.#refFrom(name, value);
  }

  refs(name: string): DocumentRef[] {
    return this.list(name).map((value) => this.#refFrom(name, value));
  }

  rows(name: string): Fields[] {
    return this.list(name).map((row, index) => new Fields(row, `${this.#path(name)}, row ${index + 1}`, this.#locale));
  }

  group(name: string): Fields {
    return new Fields(this.value(name) ?? {}, this.#path(name), this.#locale);
  }

  locale(name: string): Locale {
    const value = this.text(name);
    if (!isLocale(value))
      throw this.problem(name, { en: `is '${value}', which is not a language of this library.`, es: `es '${value}', que no es un idioma de esta biblioteca.` });
    return value;
  }

  /** A calendar day. A longer value, as date pickers store it, counts by its first ten characters. */
  day(name: string): Day | undefined {
    const value = this.text(name).slice(0, 10);
    if (!value) return undefined;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isOnCalendar(value))
      throw this.problem(name, { en: `is '${value}'. Write a day as 2026-03-09.`, es: `es '${value}'. Escriba el día así: 2026-03-09.` });
    return value;
  }

  clock(name: string): ClockTime | undefined {
    const value = this.text(name).slice(0, 5);
    if (!value) return undefined;
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
      throw this.problem(name, { en: `is '${value}'. Write a time as 18:30.`, es: `es '${value}'. Escriba la hora así: 18:30.` });
    return value;
  }

  instant(name: string): Instant | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const date = value instanceof Date ? value : new Date(String(value));
    if (Number.isNaN(date.getTime()))
      throw this.problem(name, { en: `is '${String(value)}', which is not a date.`, es: `es '${String(value)}', que no es una fecha.` });
    return date.toISOString();
  }

  /** An IANA time zone. */
  zone(name: string): string | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    if (!isZone(value))
      throw this.problem(name, {
        en: `is '${value}', which is not a time zone such as America/Chicago.`,
        es: `es '${value}', que no es una zona horaria como America/Chicago.`,
      });
    return value;
  }

  /** An address outside this site. Anything but https could run as a script or be read on its way. */
  url(name: string): string | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    if (!isHttps(value))
      throw this.problem(name, { en: `is '${value}'. An address must start with https://.`, es: `es '${value}'. Una dirección debe empezar con https://.` });
    return value;
  }

  /** The value as it is stored, in the language of these fields where it has languages; `null` counts as absent. */
  value(name: string): unknown {
    const stored = this.#values[name];
    const value = this.#locale && isLocalized(stored) ? stored[this.#locale] : stored;
    return value ?? undefined;
  }

  path(name: string): string {
    return this.#path(name);
  }

  problem(name: string, what: Said): ParseProblem {
    return new ParseProblem(this.#path(name), what);
  }

  private list(name: string): unknown[] {
    const value = this.value(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.problem(name, notThe(value, kinds.list));
    return value;
  }

  #path(name: string): string {
    const field = this.#where ? `${this.#where}, ${name}` : name;
    return this.#locale && isLocalized(this.#values[name]) ? `${field} (${this.#locale})` : field;
  }

  #idFrom(name: string, value: unknown): Id {
    const id = isRecord(value) ? value.id : value;
    if (typeof id !== 'string' && typeof id !== 'number') throw this.problem(name, { en: 'does not name a document.', es: 'no lleva a ningún documento.' });
    return String(id);
  }

  #refFrom(name: string, value: unknown): DocumentRef {
    if (!isRecord(value) || !isPublicCollection(value.relationTo))
      throw this.problem(name, { en: 'does not name a document that has a public page.', es: 'no lleva a un documento con página pública.' });
    return { collection: value.relationTo, id: this.#idFrom(name, value.value) };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a URL leads outside over https. */
export function isHttps(value: string): boolean {
  return /^https:\/\/\S+$/i.test(value) && URL.canParse(value);
}

/** With all locales, the CMS gives a localized field as `{ en, es }`, of which either may be missing; on MongoDB, `{}` where nothing was ever said. */
function isLocalized(value: unknown): value is Partial<Record<Locale, unknown>> {
  return isRecord(value) && Object.keys(value).every(isLocale);
}

function isOnCalendar(day: Day): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const zonesMet = new Map<string, boolean>();

function isZone(value: string): boolean {
  const met = zonesMet.get(value);
  if (met !== undefined) return met;
  let known = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    known = false;
  }
  zonesMet.set(value, known);
  return known;
}

const kinds = {
  string: { en: 'text', es: 'un texto' },
  number: { en: 'a number', es: 'un número' },
  boolean: { en: 'a yes or no', es: 'un sí o no' },
  list: { en: 'a list', es: 'una lista' },
  object: { en: 'a group of values', es: 'un grupo de valores' },
} satisfies Record<string, Said>;

/** What a value is, and what it should be. */
function notThe(value: unknown, expected: Said): Said {
  const kind = Array.isArray(value) ? 'list' : typeof value;
  const is = value === null || value === undefined || !(kind in kinds) ? undefined : kinds[kind as keyof typeof kinds];
  return {
    en: `is ${is?.en ?? 'empty'}, where ${expected.en} was expected.`,
    es: `es ${is?.es ?? 'un valor vacío'}, y debería ser ${expected.es}.`,
  };
}
