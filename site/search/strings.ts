import type { Locale } from '../../cms/library/locales.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';

/** Every word of the search. English sets the keys. */
const en = {
  label: 'Search guides, workshops and questions',
  placeholder: 'boundaries, first week',
  button: 'Search',
  found: (count: number, q: string) => (count === 1 ? `1 page found for “${q}”` : `${count} pages found for “${q}”`),
  nothing: (q: string) => `Nothing found for “${q}”`,
  failed: 'The search does not work right now.',
  tryOther: 'Try one word alone, or another word for the same thing.',
  ask: (program: string) => `Ask ${program}:`,
  helpNow: 'Help now: numbers to call or text',
  topics: 'Or start from a topic',
  more: 'Show more results',
  sectionsOf: (title: string) => `In “${title}”`,
  inOtherLanguage: 'in Spanish',
  algolia: 'When you press Search, the words that you typed go to Algolia, a search service on another site. Nothing else about you does.',
  kinds: {
    articles: 'Guides',
    workshops: 'Workshops and groups',
    faqs: 'Questions',
    terms: 'Glossary',
    topics: 'Topics',
    materials: 'Materials',
    kits: 'Kits',
    pages: 'About this site',
  } satisfies Record<PublicCollection, string>,
};

type SearchStrings = typeof en;

const es: SearchStrings = {
  label: 'Busque guías, talleres y preguntas',
  placeholder: 'límites, primera semana',
  button: 'Buscar',
  found: (count, q) => (count === 1 ? `1 página encontrada para «${q}»` : `${count} páginas encontradas para «${q}»`),
  nothing: (q) => `No se encontró nada para «${q}»`,
  failed: 'La búsqueda no funciona en este momento.',
  tryOther: 'Pruebe con una sola palabra, o con otra palabra para lo mismo.',
  ask: (program) => `Pregunte a ${program}:`,
  helpNow: 'Ayuda urgente: números para llamar o mandar un mensaje',
  topics: 'O empiece por un tema',
  more: 'Mostrar más resultados',
  sectionsOf: (title) => `En «${title}»`,
  inOtherLanguage: 'en inglés',
  algolia: 'Cuando usted pulsa Buscar, las palabras que escribió van a Algolia, un servicio de búsqueda en otro sitio. Nada más de usted sale de aquí.',
  kinds: {
    articles: 'Guías',
    workshops: 'Talleres y grupos',
    faqs: 'Preguntas',
    terms: 'Glosario',
    topics: 'Temas',
    materials: 'Materiales',
    kits: 'Carpetas',
    pages: 'Sobre este sitio',
  },
};

export const searchStrings: Record<Locale, SearchStrings> = { en, es };
