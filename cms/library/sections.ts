import type { Locale } from './locales.ts';

/**
 * The one table that knows both names of a thing: the collection's (staff and developers) and the section's (families, in the address).
 * `coded` documents have a permanent short link. Pages stand at the top of their language, without a section.
 */
export const sections = {
  articles: { en: 'guides', es: 'guias', coded: true },
  topics: { en: 'topics', es: 'temas', coded: false },
  faqs: { en: 'questions', es: 'preguntas', coded: true },
  terms: { en: 'glossary', es: 'glosario', coded: true },
  workshops: { en: 'workshops', es: 'talleres', coded: true },
  materials: { en: 'materials', es: 'materiales', coded: true },
  kits: { en: 'kits', es: 'carpetas', coded: true },
  pages: { en: '', es: '', coded: false },
} as const;

export type PublicCollection = keyof typeof sections;

export const publicCollections = Object.keys(sections) as PublicCollection[];

export function isPublicCollection(value: unknown): value is PublicCollection {
  return typeof value === 'string' && value in sections;
}

/** Addresses that are not a document: lists, tools, and the words between them. */
export const words = {
  search: { en: 'search', es: 'buscar' },
  helpNow: { en: 'help-now', es: 'ayuda-urgente' },
  stage: { en: 'stage', es: 'etapa' },
  topic: { en: 'topic', es: 'tema' },
  page: { en: 'page', es: 'pagina' },
  sheet: { en: 'sheet', es: 'hoja' },
  short: { en: 'a', es: 'a' },
  calendar: { en: 'calendar', es: 'calendario' },
  named: { en: 'with-title', es: 'con-titulo' },
  month: { en: 'month', es: 'mes' },
} as const satisfies Record<string, Record<Locale, string>>;

/** The five stations of the path, in order, and `setback`, which stands beside it. */
export const stages = ['before', 'first-weeks', 'in-program', 'fewer-hours', 'after'] as const;
export type Stage = (typeof stages)[number];

export const stageSlugs = {
  before: { en: 'before-treatment', es: 'antes-del-tratamiento' },
  'first-weeks': { en: 'first-weeks', es: 'primeras-semanas' },
  'in-program': { en: 'in-the-program', es: 'durante-el-programa' },
  'fewer-hours': { en: 'fewer-hours', es: 'menos-horas' },
  after: { en: 'after', es: 'despues' },
  setback: { en: 'if-they-used-again', es: 'si-volvio-a-consumir' },
} as const satisfies Record<Stage | 'setback', Record<Locale, string>>;

export const audiences = ['partner', 'parent-of-minor', 'parent-of-adult', 'grown-child', 'sibling', 'grandparent-or-carer', 'friend', 'teen'] as const;
export type Audience = (typeof audiences)[number];
