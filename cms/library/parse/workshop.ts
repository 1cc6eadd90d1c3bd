import { locales } from '../locales.ts';
import { audiences } from '../sections.ts';
import type { Interpreted, OnlineAccess, Workshop, WorkshopFormat, WorkshopKind, WorkshopNeed } from '../types.ts';
import type { Beside } from './documents.ts';
import type { Fields } from './fields.ts';
import { publishedFrom, type Take } from './published.ts';
import { richTextFrom } from './richText.ts';
import { exceptionFrom, segmentFrom, sessionFrom, workshopPlaces } from './schedule.ts';

const kinds = ['education', 'support', 'multi-family', 'naloxone-training'] as const satisfies readonly WorkshopKind[];
const formats = ['in-person', 'online', 'both'] as const satisfies readonly WorkshopFormat[];
const needs = ['nothing', 'register', 'invitation', 'signed-consent'] as const satisfies readonly WorkshopNeed[];
const accesses = ['link-when-registered', 'dial-in', 'public-page'] as const satisfies readonly OnlineAccess[];
const interpreted = ['en', 'es', 'asl'] as const satisfies readonly Interpreted[];

/** A workshop with its schedule. Its calendar's name and count come from the row beside it; before there is one, its code is the name. */
export function workshopFrom(fields: Fields, take: Take, { calendars }: Beside): Workshop {
  const minimumAge = fields.number('minimumAge');
  const registerByDays = fields.number('registerByDays');
  const registerByTime = fields.clock('registerByTime');
  const access = fields.choice('onlineAccess', accesses);
  const published = publishedFrom(fields, take, (text) => ({
    slug: text.required('slug'),
    title: text.required('title'),
    summary: text.text('summary'),
    description: richTextFrom(text.value('description'), text.path('description')),
    howToJoin: text.text('howToJoin'),
    whoMayCome: text.text('whoMayCome'),
    interpreting: text.text('interpreting'),
    ...optional('price', text.text('price')),
    ...optional('bring', text.text('bring')),
  }));
  return {
    ...published,
    collection: 'workshops',
    ...(calendars.get(published.id) ?? { uid: uidOf(published.code), sequence: 0 }),
    kind: fields.choice('kind', kinds) ?? 'education',
    format: fields.choice('format', formats) ?? 'in-person',
    needs: fields.choice('needs', needs) ?? 'nothing',
    places: fields.choice('places', workshopPlaces) ?? 'open',
    ...(registerByDays === undefined ? {} : { registerBy: { days: registerByDays, ...(registerByTime ? { time: registerByTime } : {}) } }),
    languages: fields.choices('languages', locales),
    interpreted: fields.choices('interpreted', interpreted),
    cost: fields.choice('cost', ['free', 'paid']) ?? 'free',
    ...(access ? { online: { access, dialIn: fields.text('dialIn'), page: fields.url('onlinePage') ?? '' } } : {}),
    onlineRules: fields.flag('onlineRules'),
    audience: fields.choices('audience', audiences),
    ...(minimumAge === undefined ? {} : { minimumAge }),
    childrenWelcome: fields.flag('childrenWelcome'),
    withPersonInTreatment: fields.choice('withPersonInTreatment', ['yes', 'no', 'either']) ?? 'either',
    topics: fields.ids('topics'),
    facilitators: fields.ids('facilitators'),
    materials: fields.ids('materials'),
    segments: fields.rows('segments').map(segmentFrom),
    exceptions: fields.rows('exceptions').map(exceptionFrom),
    sessions: fields.rows('sessions').map(sessionFrom),
    whenCancelled: fields.choice('whenCancelled', ['skip', 'push-back']) ?? 'skip',
    joinAnyWeek: fields.flag('joinAnyWeek'),
    obeysClosures: fields.value('obeysClosures') !== false,
    advertise: fields.flag('advertise'),
    archived: fields.flag('archived'),
  };
}

/** The name of a workshop's calendar entries: made of its code, which is given once and never again. */
export const uidOf = (code: string): string => `workshop-${code}`;

const optional = <Name extends string>(name: Name, text: string): Partial<Record<Name, string>> => (text ? ({ [name]: text } as Record<Name, string>) : {});
