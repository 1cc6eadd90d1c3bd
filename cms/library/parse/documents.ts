import { audiences, type PublicCollection, stages } from '../sections.ts';
import {
  type Article,
  type Calendar,
  type Documents,
  type Faq,
  type Kit,
  type Material,
  type Page,
  pagePurposes,
  type Source,
  type StoredFile,
  type Term,
  type Topic,
} from '../types.ts';
import type { Fields } from './fields.ts';
import { publishedFrom, type Take } from './published.ts';
import { richTextFrom } from './richText.ts';
import { workshopFrom } from './workshop.ts';

/** The documents beside a document that are part of what it says: read once, by id. */
export interface Beside {
  files: ReadonlyMap<string, StoredFile>;
  /** By workshop. */
  calendars: ReadonlyMap<string, Calendar>;
}

export const nothingBeside: Beside = { files: new Map(), calendars: new Map() };

type Parse<C extends PublicCollection> = (fields: Fields, take: Take, beside: Beside) => Documents[C];

/** One parser a collection. */
export const parsers: { [C in PublicCollection]: Parse<C> } = {
  articles: articleFrom,
  topics: topicFrom,
  faqs: faqFrom,
  terms: termFrom,
  workshops: workshopFrom,
  materials: materialFrom,
  kits: kitFrom,
  pages: pageFrom,
};

function articleFrom(fields: Fields, take: Take): Article {
  const stage = fields.choice('stage', stages);
  return {
    ...publishedFrom(fields, take, (text) => {
      const picture = text.id('picture');
      return {
        slug: text.required('slug'),
        title: text.required('title'),
        summary: text.text('summary'),
        body: richTextFrom(text.value('body'), text.path('body')),
        ...(picture === undefined ? {} : { picture }),
      };
    }),
    collection: 'articles',
    topics: fields.ids('topics'),
    ...(stage ? { stage } : {}),
    setback: fields.flag('setback'),
    audience: fields.choices('audience', audiences),
    sources: sourcesFrom(fields),
    related: fields.refs('related'),
    sensitive: fields.flag('sensitive'),
  };
}

function topicFrom(fields: Fields, take: Take): Topic {
  return {
    ...publishedFrom(fields, take, (text) => ({ slug: text.required('slug'), title: text.required('title'), summary: text.text('summary') })),
    collection: 'topics',
    order: fields.number('order') ?? 0,
  };
}

function faqFrom(fields: Fields, take: Take): Faq {
  return {
    ...publishedFrom(fields, take, (text) => ({
      slug: text.required('slug'),
      question: text.required('question'),
      answer: text.text('answer'),
      more: richTextFrom(text.value('more'), text.path('more')),
    })),
    collection: 'faqs',
    topics: fields.ids('topics'),
    sources: sourcesFrom(fields),
  };
}

function termFrom(fields: Fields, take: Take): Term {
  return {
    ...publishedFrom(fields, take, (text) => ({
      slug: text.required('slug'),
      term: text.required('term'),
      alsoCalled: text.texts('alsoCalled'),
      meaning: text.text('meaning'),
    })),
    collection: 'terms',
  };
}

function materialFrom(fields: Fields, take: Take, { files }: Beside): Material {
  return {
    ...publishedFrom(fields, take, (text) => {
      const file = text.id('file');
      const url = text.url('url');
      const body = richTextFrom(text.value('body'), text.path('body'));
      const stored = file === undefined ? undefined : files.get(file);
      if (file !== undefined && !stored)
        throw text.problem('file', { en: 'is no longer among the files. Choose it again.', es: 'ya no está entre los archivos. Elíjalo de nuevo.' });
      return {
        slug: text.required('slug'),
        title: text.required('title'),
        summary: text.text('summary'),
        ...(body.length > 0 ? { body } : {}),
        ...(stored ? { file: stored } : {}),
        ...(url ? { url } : {}),
      };
    }),
    collection: 'materials',
    topics: fields.ids('topics'),
  };
}

function kitFrom(fields: Fields, take: Take): Kit {
  const items = fields.rows('items').filter((item) => item.value('document') !== undefined);
  return {
    ...publishedFrom(fields, take, (text) => ({
      slug: text.required('slug'),
      title: text.required('title'),
      intro: text.text('intro'),
      notes: text
        .rows('items')
        .filter((item) => item.value('document') !== undefined)
        .map((item) => item.text('note')),
    })),
    collection: 'kits',
    items: items.flatMap((item) => item.ref('document') ?? []),
  };
}

function pageFrom(fields: Fields, take: Take): Page {
  return {
    ...publishedFrom(fields, take, (text) => ({
      slug: text.required('slug'),
      title: text.required('title'),
      summary: text.text('summary'),
      body: richTextFrom(text.value('body'), text.path('body')),
    })),
    collection: 'pages',
    purpose: fields.choice('purpose', pagePurposes) ?? 'other',
  };
}

function sourcesFrom(fields: Fields): Source[] {
  return fields.rows('sources').map((source) => ({ title: source.text('title'), url: source.url('url') ?? '' }));
}
