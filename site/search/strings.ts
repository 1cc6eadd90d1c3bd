import type { Locale } from '../../cms/library/locales.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';

/**
 * Every word of the search. English sets the keys. A page hands the words of its own language to the island, which carries none: so they are plain texts,
 * and what varies stands in braces.
 */
const en = {
  label: 'Search guides, workshops and questions',
  placeholder: 'first week',
  button: 'Search',
  foundOne: '1 page found for “{q}”',
  found: '{count} pages found for “{q}”',
  showingFor: 'These results are for “{corrected}”.',
  searchInstead: 'Search for “{q}” as you typed it',
  nothing: 'Nothing found for “{q}”',
  failed: 'The search does not work right now.',
  tryOther: 'Try one word alone, or another word for the same thing.',
  ask: 'Ask {program}:',
  helpNow: 'Help now: numbers to call or text',
  topics: 'Or start from a topic',
  more: 'Show more results',
  sectionsOf: 'In “{title}”',
  inOtherLanguage: 'in Spanish',
  slashOn: 'The / key leads here.',
  slashTurnOff: 'Turn that off',
  slashOff: 'The / key is off.',
  slashTurnOn: 'Turn it on',
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

export type SearchStrings = typeof en;

const es: SearchStrings = {
  label: 'Busque guías, talleres y preguntas',
  placeholder: 'primera semana',
  button: 'Buscar',
  foundOne: '1 página encontrada para «{q}»',
  found: '{count} páginas encontradas para «{q}»',
  showingFor: 'Estos resultados son para «{corrected}».',
  searchInstead: 'Buscar «{q}» tal como lo escribió',
  nothing: 'No se encontró nada para «{q}»',
  failed: 'La búsqueda no funciona en este momento.',
  tryOther: 'Pruebe con una sola palabra, o con otra palabra para lo mismo.',
  ask: 'Pregunte a {program}:',
  helpNow: 'Ayuda urgente: números para llamar o mandar un mensaje',
  topics: 'O empiece por un tema',
  more: 'Mostrar más resultados',
  sectionsOf: 'En «{title}»',
  inOtherLanguage: 'en inglés',
  slashOn: 'La tecla / lleva aquí.',
  slashTurnOff: 'Desactivarla',
  slashOff: 'La tecla / está desactivada.',
  slashTurnOn: 'Activarla',
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
