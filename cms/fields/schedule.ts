import type { ArrayField } from 'payload';
import { checked } from './checked.ts';
import { clockTime } from './clockTime.ts';
import { day, lastDay } from './day.ts';
import { said, sharedHelp } from './said.ts';
import { lines } from './text.ts';

const weekdays = [
  { value: 'MO', label: said('Monday', 'Lunes') },
  { value: 'TU', label: said('Tuesday', 'Martes') },
  { value: 'WE', label: said('Wednesday', 'Miércoles') },
  { value: 'TH', label: said('Thursday', 'Jueves') },
  { value: 'FR', label: said('Friday', 'Viernes') },
  { value: 'SA', label: said('Saturday', 'Sábado') },
  { value: 'SU', label: said('Sunday', 'Domingo') },
];

/** Zones of the United States, where programs are; the name is the IANA one. */
export const zones = [
  { value: 'America/New_York', label: said('Eastern', 'Este') },
  { value: 'America/Chicago', label: said('Central', 'Centro') },
  { value: 'America/Denver', label: said('Mountain', 'Montaña') },
  { value: 'America/Phoenix', label: said('Arizona', 'Arizona') },
  { value: 'America/Los_Angeles', label: said('Pacific', 'Pacífico') },
  { value: 'America/Anchorage', label: said('Alaska', 'Alaska') },
  { value: 'Pacific/Honolulu', label: said('Hawaii', 'Hawái') },
  { value: 'America/Puerto_Rico', label: said('Puerto Rico', 'Puerto Rico') },
];

type Sibling = { repeat?: string };

const notOnTheList = said('Choose from the list: MO, TU, WE, TH, FR, SA, SU.', 'Elija de la lista: MO, TU, WE, TH, FR, SA, SU.');

/** A field with a check of its own has lost Payload's check against its options. */
const isWeekday = (value: unknown): boolean => weekdays.some((weekday) => weekday.value === value);

export const segments: ArrayField = {
  name: 'segments',
  type: 'array',
  maxRows: 50,
  label: said('Schedule', 'Horario'),
  labels: { singular: said('Schedule', 'Horario'), plural: said('Schedules', 'Horarios') },
  admin: {
    description: sharedHelp(
      'To change the time from a date on, add another schedule that begins on that date.',
      'Para cambiar la hora desde una fecha, agregue otro horario que empiece ese día.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        day({ name: 'from', required: true, label: said('First day', 'Primer día'), admin: { description: said('The first date.', 'La primera fecha.') } }),
        lastDay('from', { name: 'until', label: said('Last day', 'Último día'), admin: { description: said('Empty: goes on.', 'Vacío: continúa.') } }),
      ],
    },
    {
      type: 'row',
      fields: [
        clockTime({
          name: 'start',
          required: true,
          label: said('Begins at', 'Empieza a las'),
          admin: { description: said('On the clock of the zone beside it.', 'Según el reloj de la zona de al lado.') },
        }),
        {
          name: 'minutes',
          type: 'number',
          required: true,
          defaultValue: 90,
          min: 5,
          max: 1440,
          label: said('Minutes', 'Minutos'),
          admin: { description: said('How long it lasts.', 'Cuánto dura.') },
        },
        {
          name: 'zone',
          type: 'select',
          required: true,
          defaultValue: 'America/New_York',
          options: zones,
          label: said('Time zone', 'Zona horaria'),
          admin: { description: said('The zone of the place, or of the host online.', 'La zona del lugar, o de quien dirige en línea.') },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'repeat',
          type: 'select',
          required: true,
          defaultValue: 'week',
          label: said('Repeats', 'Se repite'),
          options: [
            { value: 'once', label: said('Once', 'Una vez') },
            { value: 'week', label: said('By week', 'Por semana') },
            { value: 'month', label: said('By month', 'Por mes') },
          ],
          admin: { description: said('How often it is held.', 'Cada cuánto se hace.') },
        },
        {
          name: 'interval',
          type: 'number',
          required: true,
          defaultValue: 1,
          min: 1,
          max: 12,
          label: said('Every how many', 'Cada cuántas'),
          admin: {
            description: said('1 is every week or month, 2 every other.', '1 es cada semana o mes; 2, una sí y otra no.'),
            condition: (_, sibling: Sibling) => sibling?.repeat !== 'once',
          },
        },
      ],
    },
    {
      name: 'weekdays',
      type: 'select',
      hasMany: true,
      options: weekdays,
      label: said('On', 'Los días'),
      admin: { description: said('On which days of the week.', 'En qué días de la semana.'), condition: (_, sibling: Sibling) => sibling?.repeat === 'week' },
      validate: checked((value, { siblingData }) => {
        const days = Array.isArray(value) ? value : [];
        if (!days.every(isWeekday)) return notOnTheList;
        const missing = (siblingData as Sibling).repeat === 'week' && days.length === 0;
        return missing ? said('Choose at least one weekday.', 'Elija al menos un día de la semana.') : undefined;
      }),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'nth',
          type: 'select',
          defaultValue: '1',
          label: said('Which one of the month', 'Cuál del mes'),
          admin: {
            description: said('Which of the month’s weekdays.', 'Cuál de esos días del mes.'),
            condition: (_, sibling: Sibling) => sibling?.repeat === 'month',
          },
          options: [
            { value: '1', label: said('First', 'Primero') },
            { value: '2', label: said('Second', 'Segundo') },
            { value: '3', label: said('Third', 'Tercero') },
            { value: '4', label: said('Fourth', 'Cuarto') },
            { value: '5', label: said('Last', 'Último') },
          ],
        },
        {
          name: 'weekday',
          type: 'select',
          options: weekdays,
          label: said('Weekday', 'Día'),
          admin: { description: said('Which day of the week.', 'Qué día de la semana.'), condition: (_, sibling: Sibling) => sibling?.repeat === 'month' },
          validate: checked((value, { siblingData }) => {
            if (value && !isWeekday(value)) return notOnTheList;
            const missing = (siblingData as Sibling).repeat === 'month' && !value;
            return missing ? said('Choose the weekday.', 'Elija el día de la semana.') : undefined;
          }),
        },
      ],
    },
    {
      name: 'place',
      type: 'relationship',
      relationTo: 'places',
      label: said('Place', 'Lugar'),
      admin: { description: said('Empty when it is online only.', 'Vacío si es solo en línea.') },
    },
  ],
};

export const exceptions: ArrayField = {
  name: 'exceptions',
  type: 'array',
  maxRows: 400,
  label: said('Dates that differ', 'Fechas que cambian'),
  labels: { singular: said('Date', 'Fecha'), plural: said('Dates', 'Fechas') },
  admin: {
    description: sharedHelp(
      'A cancelled date stays visible, struck through, with its reason.',
      'Una fecha cancelada se sigue viendo, tachada y con su motivo.',
    ),
  },
  validate: checked((rows) => {
    const days = (Array.isArray(rows) ? rows : []).map((row) => (row as { day?: string }).day);
    const twice = days.find((value, index) => value && days.indexOf(value) !== index);
    return twice ? said(`${twice} is here twice. Keep one line a date.`, `El ${twice} está dos veces. Deje una sola línea para cada fecha.`) : undefined;
  }),
  fields: [
    {
      type: 'row',
      fields: [
        day({
          name: 'day',
          required: true,
          label: said('Day', 'Día'),
          admin: { description: said('The date as the schedule has it.', 'La fecha tal como está en el horario.') },
        }),
        {
          name: 'status',
          type: 'select',
          required: true,
          defaultValue: 'cancelled',
          options: [{ value: 'cancelled', label: said('Cancelled', 'Cancelada') }],
          label: said('What changed', 'Qué cambió'),
          admin: { description: said('What families are told about this date.', 'Lo que se dice a las familias sobre esta fecha.') },
        },
      ],
    },
    lines('reason', said('Reason families may read', 'Motivo que las familias pueden leer'), said('Short and kind.', 'Corto y amable.'), { max: 200 }),
  ],
};
