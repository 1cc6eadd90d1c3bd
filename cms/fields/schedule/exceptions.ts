import type { ArrayField } from 'payload';
import { checked } from '../checked.ts';
import { clockTime } from '../clockTime.ts';
import { day } from '../day.ts';
import { said, sharedHelp } from '../said.ts';
import { lines } from '../text.ts';
import { facilitators, materials, place, places } from './parts.ts';
import { session } from './sessions.ts';

type Row = { day?: string; status?: string; toDay?: string; start?: string };

const isMoved = (row: Row) => row?.status === 'moved';
const isHeld = (row: Row) => row?.status !== 'cancelled';

const nowhere = said('Say to which day or time it moves. Choose a new day or a new time.', 'Indique a qué día u hora se mueve. Elija otro día u otra hora.');

/** The dates that differ from the rule, one row a date. */
export const exceptions: ArrayField = {
  name: 'exceptions',
  type: 'array',
  maxRows: 400,
  // What was said of single dates was said of that series.
  disableDuplicate: true,
  label: said('Dates that differ', 'Fechas que cambian'),
  labels: { singular: said('Date', 'Fecha'), plural: said('Dates', 'Fechas') },
  admin: {
    description: sharedHelp(
      'A cancelled date stays visible, struck through, with its reason.',
      'Una fecha cancelada se sigue viendo, tachada y con su motivo.',
    ),
  },
  validate: checked((rows) => {
    const days = (Array.isArray(rows) ? rows : []).map((row) => (row as Row).day);
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
          options: [
            { value: 'cancelled', label: said('Cancelled', 'Cancelada') },
            { value: 'moved', label: said('Moved to another day or time', 'Pasa a otro día u otra hora') },
            { value: 'changed', label: said('Held, with a change', 'Se hace, con un cambio') },
          ],
          label: said('What changed', 'Qué cambió'),
          admin: { description: said('What families are told about this date.', 'Lo que se dice a las familias sobre esta fecha.') },
          validate: checked((value, { siblingData }) => {
            const { toDay, start } = siblingData as Row;
            if (!['cancelled', 'moved', 'changed'].includes(String(value))) return said('Choose from the list.', 'Elija de la lista.');
            return value === 'moved' && !toDay && !start ? nowhere : undefined;
          }),
        },
      ],
    },
    {
      type: 'row',
      admin: { condition: (_, row: Row) => isMoved(row) },
      fields: [
        day({ name: 'toDay', label: said('New day', 'Día nuevo'), admin: { description: said('Empty: the same day.', 'Vacío: el mismo día.') } }),
        clockTime({ name: 'start', label: said('New time', 'Hora nueva'), admin: { description: said('Empty: the same time.', 'Vacío: la misma hora.') } }),
        {
          name: 'minutes',
          type: 'number',
          min: 5,
          max: 1440,
          label: said('Minutes', 'Minutos'),
          admin: { description: said('Empty: as long as always.', 'Vacío: lo mismo que siempre.') },
        },
      ],
    },
    lines(
      'reason',
      said('Reason families may read', 'Motivo que las familias pueden leer'),
      said('Short and kind. Nothing about a patient.', 'Corto y amable. Nada sobre un paciente.'),
      { max: 200 },
    ),
    {
      type: 'row',
      admin: { condition: (_, row: Row) => isHeld(row) },
      fields: [
        place(said('Empty: the usual one.', 'Vacío: el de siempre.')),
        facilitators(said('Empty: as always.', 'Vacío: quienes lo dirigen siempre.')),
        session(said('Empty: the one whose turn it is.', 'Vacío: el que toca.')),
        places(said('Of this date. Empty: as the workshop says.', 'De esta fecha. Vacío: lo que dice el taller.')),
      ],
    },
    lines('note', said('Note', 'Nota'), said('What families should know about this date.', 'Lo que las familias deben saber de esta fecha.'), { max: 300 }),
    materials(said('For this date alone.', 'Solo para esta fecha.')),
  ],
};
