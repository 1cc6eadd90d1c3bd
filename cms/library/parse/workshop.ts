import { locales } from '../locales.ts';
import { audiences } from '../sections.ts';
import type { Repeat, ScheduleException, Segment, Weekday, Workshop, WorkshopFormat, WorkshopKind, WorkshopNeed } from '../types.ts';
import type { Fields } from './fields.ts';
import { byLocale } from './localized.ts';
import { publishedFrom, type Take } from './published.ts';
import { richTextFrom } from './richText.ts';

const kinds = ['education', 'support', 'multi-family', 'naloxone-training'] as const satisfies readonly WorkshopKind[];
const formats = ['in-person', 'online', 'both'] as const satisfies readonly WorkshopFormat[];
const needs = ['nothing', 'register', 'invitation', 'signed-consent'] as const satisfies readonly WorkshopNeed[];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies readonly Weekday[];

/** A workshop with its schedule. */
export function workshopFrom(fields: Fields, take: Take): Workshop {
  const minimumAge = fields.number('minimumAge');
  return {
    ...publishedFrom(fields, take, (text) => ({
      slug: text.required('slug'),
      title: text.required('title'),
      summary: text.text('summary'),
      description: richTextFrom(text.value('description'), text.path('description')),
      howToJoin: text.text('howToJoin'),
      whoMayCome: text.text('whoMayCome'),
      interpreting: text.text('interpreting'),
    })),
    collection: 'workshops',
    kind: fields.choice('kind', kinds) ?? 'education',
    format: fields.choice('format', formats) ?? 'in-person',
    needs: fields.choice('needs', needs) ?? 'nothing',
    languages: fields.choices('languages', locales),
    audience: fields.choices('audience', audiences),
    ...(minimumAge === undefined ? {} : { minimumAge }),
    childrenWelcome: fields.flag('childrenWelcome'),
    withPersonInTreatment: fields.choice('withPersonInTreatment', ['yes', 'no', 'either']) ?? 'either',
    topics: fields.ids('topics'),
    facilitators: fields.ids('facilitators'),
    materials: fields.ids('materials'),
    segments: fields.rows('segments').map(segmentFrom),
    exceptions: fields.rows('exceptions').map(exceptionFrom),
    advertise: fields.flag('advertise'),
  };
}

function segmentFrom(row: Fields): Segment {
  const from = row.day('from');
  const start = row.clock('start');
  const zone = row.zone('zone');
  if (!from) throw row.problem('from', { en: 'is empty. Say on which day these dates begin.', es: 'está vacío. Indique qué día empiezan estas fechas.' });
  if (!start) throw row.problem('start', { en: 'is empty. Say at what time these dates begin.', es: 'está vacío. Indique a qué hora empiezan estas fechas.' });
  if (!zone) throw row.problem('zone', { en: 'is empty. Choose a time zone.', es: 'está vacío. Elija una zona horaria.' });
  const minutes = row.number('minutes') ?? 60;
  if (minutes <= 0) throw row.problem('minutes', { en: 'must be more than 0.', es: 'debe ser más de 0.' });
  const until = row.day('until');
  const place = row.id('place');
  return { from, ...(until ? { until } : {}), zone, start, minutes, repeat: repeatFrom(row, from), ...(place === undefined ? {} : { place }) };
}

function repeatFrom(row: Fields, from: string): Repeat {
  const interval = row.number('interval') ?? 1;
  if (!Number.isInteger(interval) || interval < 1)
    throw row.problem('interval', { en: 'must be a whole number from 1 on.', es: 'debe ser un número entero desde 1.' });
  switch (row.choice('repeat', ['once', 'week', 'month'])) {
    case 'week': {
      const days = row.choices('weekdays', weekdays);
      return { every: 'week', interval, weekdays: days.length ? days : [weekdayOf(from)] };
    }
    case 'month': {
      const nth = row.choice('nth', ['1', '2', '3', '4', '5']);
      if (!nth) throw row.problem('nth', { en: 'is empty. Say which week of the month.', es: 'está vacío. Indique qué semana del mes.' });
      return { every: 'month', interval, nth: Number(nth) as 1 | 2 | 3 | 4 | 5, weekday: row.choice('weekday', weekdays) ?? weekdayOf(from) };
    }
    default:
      return { every: 'once' };
  }
}

function weekdayOf(day: string): Weekday {
  const sundayFirst = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
  return sundayFirst[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';
}

function exceptionFrom(row: Fields): ScheduleException {
  const day = row.day('day');
  if (!day) throw row.problem('day', { en: 'is empty. Say which day differs.', es: 'está vacío. Indique qué día cambia.' });
  return { day, status: 'cancelled', reason: byLocale(row, (text) => text.text('reason') || undefined) };
}
