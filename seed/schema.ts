import { z } from 'zod';
import { type Locale, locales } from '../cms/library/locales.ts';
import { audiences, stages } from '../cms/library/sections.ts';
import { crisisKinds, pagePurposes } from '../cms/library/types.ts';
import { richText } from './markdown/index.ts';
import { documentAt, idOf, perLocale, type Tree } from './tree.ts';

type Shape = Record<string, z.ZodType<Tree | undefined>>;
type Read = { [name: string]: Tree };

/** Markdown, as the editor's rich text. */
const markdown = z.string().transform((text, context): Tree => {
  try {
    return richText(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const text = z.string();
const words = z.string().trim().min(1);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens.')
  .optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD.');
const clock = z.string().regex(/^\d{2}:\d{2}$/, 'A time is written HH:MM.');
const https = z.url({ protocol: /^https$/ });
const flag = z.boolean().optional();
const idsIn = (collection: string) =>
  z
    .array(z.string())
    .optional()
    .transform((keys): Tree => (keys ?? []).map((key) => idOf(collection, key)));
const idIn = (collection: string) =>
  z
    .string()
    .optional()
    .transform((key): Tree | undefined => (key ? idOf(collection, key) : undefined));
const documents = z
  .array(
    z
      .string()
      .regex(
        /^(articles|faqs|terms|workshops|materials)\/[a-z0-9-]+$/,
        'A way onward is named articles/key, faqs/key, terms/key, workshops/key or materials/key.',
      ),
  )
  // As many as the CMS takes: a reader with more ways onward has none.
  .max(12)
  .optional()
  .transform((keys): Tree => (keys ?? []).map(documentAt));
/** What the CMS lets stand in a kit. */
const handout = z
  .string()
  .regex(/^(articles|faqs|terms|workshops|materials)\/[a-z0-9-]+$/, 'A kit holds articles/key, faqs/key, terms/key, workshops/key or materials/key.')
  .transform(documentAt);
const sources = z
  .array(z.strictObject({ title: words, url: https }))
  .optional()
  .transform((rows): Tree => rows ?? []);
const fileName = z
  .string()
  .optional()
  .transform((name): Tree | undefined => (name ? idOf('files', name) : undefined));
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const heldIn = z
  .array(z.enum(locales))
  .optional()
  .transform((list): Tree => list ?? []);

/** Shared fields beside `en` and `es`, which hold what differs by language; the two come out as one tree. */
function bilingual(shared: Shape, own: Shape): z.ZodType<Read> {
  const language = z.strictObject(own).optional();
  return z.strictObject({ ...shared, en: language, es: language }).transform(({ en, es, ...rest }): Read => {
    const inEach: Partial<Record<Locale, Record<string, unknown>>> = { ...(en && { en }), ...(es && { es }) };
    const names = [...new Set(Object.values(inEach).flatMap(Object.keys))];
    const said = names.map((name) => {
      const values = Object.entries(inEach).flatMap(([locale, fields]) => (fields[name] === undefined ? [] : [[locale, fields[name] as Tree]]));
      return [name, perLocale(Object.fromEntries(values))] as const;
    });
    const alike = Object.entries(rest as Record<string, Tree | undefined>).filter((entry): entry is [string, Tree] => entry[1] !== undefined);
    return Object.fromEntries([...alike, ...said]);
  });
}

const rows = (shared: Shape, own: Shape) =>
  z
    .array(bilingual(shared, own))
    .optional()
    .transform((list): Tree => list ?? []);

const segment = z
  .strictObject({
    from: day,
    until: day.optional(),
    zone: words,
    start: clock,
    minutes: z.int().positive(),
    repeat: z.enum(['once', 'week', 'month', 'month-date']),
    date: z.int().min(1).max(31).optional(),
    count: z.int().positive().optional(),
    interval: z.int().positive().optional(),
    weekdays: z.array(weekday).optional(),
    nth: z
      .union([z.string(), z.int()])
      .transform(String)
      .pipe(z.enum(['1', '2', '3', '4', '5']))
      .optional(),
    weekday: weekday.optional(),
    place: idIn('places'),
  })
  .transform((fields): Tree => JSON.parse(JSON.stringify(fields)) as Tree);

/** The fields of every collection that the seed writes, under the names that Payload knows them by. */
export const documentSchemas = {
  topics: bilingual({ order: z.int().optional() }, { title: words, slug, summary: text }),
  people: bilingual({ name: words }, { role: words }),
  places: bilingual({ address: text, stepFree: flag, phone: text.optional() }, { name: words, room: text, entrance: text, parking: text, transit: text }),
  media: bilingual({ file: fileName }, { alt: words, caption: text.optional() }),
  terms: bilingual({}, { term: words, slug, alsoCalled: z.array(words).optional(), meaning: words }),
  faqs: bilingual({ topics: idsIn('topics'), sources, askedByFamily: flag }, { question: words, slug, answer: words, more: markdown.optional() }),
  materials: bilingual(
    { topics: idsIn('topics') },
    // A file that is taken away is taken away where it stood before, too.
    { title: words, slug, summary: text, body: markdown.optional(), file: fileName.transform((file): Tree => file ?? null), url: https.optional() },
  ),
  workshops: bilingual(
    {
      kind: z.enum(['education', 'support', 'multi-family', 'naloxone-training']),
      format: z.enum(['in-person', 'online', 'both']),
      needs: z.enum(['nothing', 'register', 'invitation', 'signed-consent']),
      languages: heldIn,
      audience: z.array(z.enum(audiences)).optional(),
      minimumAge: z.int().optional(),
      childrenWelcome: flag,
      withPersonInTreatment: z.enum(['yes', 'no', 'either']),
      topics: idsIn('topics'),
      facilitators: idsIn('people'),
      materials: idsIn('materials'),
      segments: z.array(segment).min(1),
      places: z.enum(['open', 'full', 'closed']).optional(),
      registerByDays: z.int().nonnegative().optional(),
      registerByTime: clock.optional(),
      interpreted: z.array(z.enum(['en', 'es', 'asl'])).optional(),
      cost: z.enum(['free', 'paid']).optional(),
      onlineAccess: z.enum(['link-when-registered', 'dial-in', 'public-page']).optional(),
      exceptions: rows(
        { day, status: z.enum(['cancelled', 'moved', 'changed']), toDay: day.optional(), start: clock.optional() },
        { reason: text.optional(), note: text.optional() },
      ),
      sessions: rows({ key: words, articles: idsIn('articles'), materials: idsIn('materials') }, { title: words, summary: text.optional() }),
      whenCancelled: z.enum(['skip', 'push-back']).optional(),
      joinAnyWeek: flag,
      advertise: flag,
    },
    {
      title: words,
      slug,
      summary: text,
      description: markdown,
      howToJoin: text,
      whoMayCome: text,
      interpreting: text.optional(),
      price: text.optional(),
      bring: text.optional(),
    },
  ),
  pages: bilingual({ purpose: z.enum(pagePurposes) }, { title: words, slug, summary: text, body: markdown }),
  articles: bilingual(
    {
      picture: idIn('media'),
      topics: idsIn('topics'),
      stage: z.enum(stages).optional(),
      setback: flag,
      audience: z.array(z.enum(audiences)).optional(),
      sources,
      related: documents,
      sensitive: flag,
    },
    { title: words, slug, summary: words, body: markdown },
  ),
  kits: bilingual({ items: rows({ document: handout }, { note: text.optional() }) }, { title: words, slug, intro: text }),
} as const;

/** In this order they are written: what others point at comes first, as far as that goes. */
export const seededCollections = Object.keys(documentSchemas) as SeededCollection[];
export type SeededCollection = keyof typeof documentSchemas;

const notice = z
  .strictObject({ until: z.string(), en: text, es: text })
  .transform(({ until, en, es }): Tree => ({ until, text: perLocale({ en, es }) }))
  .optional();

const program = bilingual(
  {
    name: words,
    phone: text,
    email: text,
    zone: words,
    crisisLines: rows(
      {
        kind: z.enum(crisisKinds),
        call: text.optional(),
        textTo: text.optional(),
        tty: text.optional(),
        chatUrl: text.optional(),
        languages: heldIn,
        sourceTitle: words,
        sourceUrl: https,
        verifiedOn: day,
      },
      { label: words, when: text, hours: text, textHow: text.optional() },
    ),
    notice,
    closures: rows({ from: day, to: day }, { reason: text }),
  },
  { hours: text, tagline: text, afterHours: text },
);

const promoted = z.strictObject({ locale: z.enum(locales), words, document: words.transform(documentAt) });
const searchSettings = z.strictObject({
  synonyms: z.array(z.strictObject({ locale: z.enum(locales), words: z.array(words).min(2) })),
  promoted: z.array(promoted),
});

/** What there is one of, each in `<name>.yaml`. */
export const globalSchemas = { program, searchSettings } as const;
export type SeededGlobal = keyof typeof globalSchemas;
export const seededGlobals = Object.keys(globalSchemas) as SeededGlobal[];
