import type { ArrayField } from 'payload';
import { checked } from '../checked.ts';
import { clockTime } from '../clockTime.ts';
import { day, lastDay } from '../day.ts';
import { said, sharedHelp } from '../said.ts';
import { facilitators, place } from './parts.ts';
import { session } from './sessions.ts';
import { isWeekday, notOnTheList, weekdays } from './weekdays.ts';
import { zones } from './zones.ts';

type Sibling = { repeat?: string; from?: string };
const isMonthly = (sibling: Sibling) => sibling?.repeat === 'month';
const repeats = (sibling: Sibling) => sibling?.repeat !== 'once';

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
            { value: 'month', label: said('By month, on a weekday', 'Por mes, un día de la semana') },
            { value: 'month-date', label: said('By month, on a date', 'Por mes, una fecha') },
          ],
          admin: { description: said('How often it is held.', 'Cada cuánto se hace.') },
        },
        {
          name: 'interval',
          type: 'number',
          required: true,
          defaultValue: 1,
          min: 1,
          max: 52,
          label: said('Every how many', 'Cada cuántas'),
          admin: {
            description: said('1 is every week or month, 2 every other.', '1 es cada semana o mes; 2, una sí y otra no.'),
            condition: (_, sibling: Sibling) => repeats(sibling),
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
            condition: (_, sibling: Sibling) => isMonthly(sibling),
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
          admin: { description: said('Which day of the week.', 'Qué día de la semana.'), condition: (_, sibling: Sibling) => isMonthly(sibling) },
          validate: checked((value, { siblingData }) => {
            if (value && !isWeekday(value)) return notOnTheList;
            const missing = (siblingData as Sibling).repeat === 'month' && !value;
            return missing ? said('Choose the weekday.', 'Elija el día de la semana.') : undefined;
          }),
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'date',
          type: 'number',
          min: 1,
          max: 31,
          label: said('Day of the month', 'Día del mes'),
          admin: {
            description: said('A month without this day is left out.', 'Un mes que no tiene ese día se salta.'),
            condition: (_, sibling: Sibling) => sibling?.repeat === 'month-date',
          },
          validate: checked((value, { siblingData }) => {
            const isDate = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 31;
            if ((siblingData as Sibling).repeat !== 'month-date' || isDate) return undefined;
            return said('Write the day of the month, from 1 to 31.', 'Escriba el día del mes, del 1 al 31.');
          }),
        },
        {
          name: 'count',
          type: 'number',
          min: 1,
          max: 999,
          label: said('How many dates', 'Cuántas fechas'),
          admin: {
            description: said('For a closed group. Empty: until the last day.', 'Para un grupo cerrado. Vacío: hasta el último día.'),
            condition: (_, sibling: Sibling) => repeats(sibling),
          },
          validate: checked((value) => {
            if (value === undefined || value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 999)) return undefined;
            return said('Write how many dates there are, from 1 to 999, or leave it empty.', 'Escriba cuántas fechas hay, de 1 a 999, o déjelo vacío.');
          }),
        },
      ],
    },
    place(said('Empty when it is online only.', 'Vacío si es solo en línea.')),
    {
      type: 'row',
      fields: [
        facilitators(said('Empty: those of the workshop.', 'Vacío: quienes dirigen el taller.')),
        session(
          said('From this date on the topics begin with this one. Empty: they go on.', 'Desde esta fecha los temas empiezan por este. Vacío: siguen su orden.'),
        ),
      ],
    },
  ],
};
