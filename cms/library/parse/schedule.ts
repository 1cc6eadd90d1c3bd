import type { Repeat, ScheduleException, Segment, Session, Weekday, WorkshopPlaces } from '../types.ts';
import type { Fields } from './fields.ts';
import { byLocale } from './localized.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies readonly Weekday[];
/** How many places a date may have. */
export const workshopPlaces = ['open', 'full', 'closed'] as const satisfies readonly WorkshopPlaces[];

/** A stretch of a schedule. */
export function segmentFrom(row: Fields): Segment {
  const from = row.day('from');
  const start = row.clock('start');
  const zone = row.zone('zone');
  if (!from) throw row.problem('from', { en: 'is empty. Say on which day these dates begin.', es: 'está vacío. Indique qué día empiezan estas fechas.' });
  if (!start) throw row.problem('start', { en: 'is empty. Say at what time these dates begin.', es: 'está vacío. Indique a qué hora empiezan estas fechas.' });
  if (!zone) throw row.problem('zone', { en: 'is empty. Choose a time zone.', es: 'está vacío. Elija una zona horaria.' });
  const minutes = row.number('minutes') ?? 60;
  if (minutes <= 0) throw row.problem('minutes', { en: 'must be more than 0.', es: 'debe ser más de 0.' });
  const until = row.day('until');
  const count = row.number('count');
  const place = row.id('place');
  const session = row.text('session');
  return {
    from,
    ...(until ? { until } : {}),
    ...(count === undefined ? {} : { count }),
    zone,
    start,
    minutes,
    repeat: repeatFrom(row, from),
    ...(place === undefined ? {} : { place }),
    facilitators: row.ids('facilitators'),
    ...(session ? { session } : {}),
  };
}

function repeatFrom(row: Fields, from: string): Repeat {
  const interval = row.number('interval') ?? 1;
  if (!Number.isInteger(interval) || interval < 1)
    throw row.problem('interval', { en: 'must be a whole number from 1 on.', es: 'debe ser un número entero desde 1.' });
  switch (row.choice('repeat', ['once', 'week', 'month', 'month-date'])) {
    case 'week': {
      const days = row.choices('weekdays', weekdays);
      return { every: 'week', interval, weekdays: days.length ? days : [weekdayOf(from)] };
    }
    case 'month': {
      const nth = row.choice('nth', ['1', '2', '3', '4', '5']);
      if (!nth) throw row.problem('nth', { en: 'is empty. Say which week of the month.', es: 'está vacío. Indique qué semana del mes.' });
      return { every: 'month', interval, nth: Number(nth) as 1 | 2 | 3 | 4 | 5, weekday: row.choice('weekday', weekdays) ?? weekdayOf(from) };
    }
    case 'month-date': {
      const date = row.number('date') ?? Number(from.slice(8));
      if (!Number.isInteger(date) || date < 1 || date > 31)
        throw row.problem('date', { en: 'must be a day of the month, from 1 to 31.', es: 'debe ser un día del mes, del 1 al 31.' });
      return { every: 'month-date', interval, date };
    }
    default:
      return { every: 'once' };
  }
}

function weekdayOf(day: string): Weekday {
  const sundayFirst = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
  return sundayFirst[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';
}

/** A date that differs from the rule. */
export function exceptionFrom(row: Fields): ScheduleException {
  const day = row.day('day');
  if (!day) throw row.problem('day', { en: 'is empty. Say which day differs.', es: 'está vacío. Indique qué día cambia.' });
  const status = row.choice('status', ['cancelled', 'moved', 'changed']) ?? 'cancelled';
  const [toDay, start, minutes] = [row.day('toDay'), row.clock('start'), row.number('minutes')];
  const [place, session, places] = [row.id('place'), row.text('session'), row.choice('places', workshopPlaces)];
  return {
    day,
    status,
    ...(status !== 'changed' && toDay ? { toDay } : {}),
    ...(status !== 'changed' && start ? { start } : {}),
    ...(status !== 'changed' && minutes !== undefined ? { minutes } : {}),
    ...(place === undefined ? {} : { place }),
    facilitators: row.ids('facilitators'),
    ...(session ? { session } : {}),
    ...(places ? { places } : {}),
    materials: row.ids('materials'),
    reason: byLocale(row, (text) => text.text('reason') || undefined),
    note: byLocale(row, (text) => text.text('note') || undefined),
  };
}

/** One topic of a series that rotates. */
export function sessionFrom(row: Fields): Session {
  return {
    key: row.text('key') || (row.id('id') ?? ''),
    text: byLocale(row, (text) => (text.text('title') ? { title: text.text('title'), summary: text.text('summary') } : undefined)),
    articles: row.ids('articles'),
    materials: row.ids('materials'),
    facilitators: row.ids('facilitators'),
  };
}
