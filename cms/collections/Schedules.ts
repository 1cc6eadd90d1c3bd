import type { CollectionConfig, Field, TextField } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { system } from '../access/system.ts';
import { planning } from '../endpoints/planning.ts';
import { clockTime } from '../fields/clockTime.ts';
import { day } from '../fields/day.ts';
import { said } from '../fields/said.ts';
import { zones } from '../fields/schedule/zones.ts';
import { localeSelect } from '../fields/shared.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { planSchedule } from '../hooks/planSchedule.ts';
import { scheduledCollections } from './scheduled.ts';

/** What was planned stays as it is: another plan is another row. */
const onlyAtFirst = { update: () => false };
const byTheProgram = { create: () => false, update: () => false };

const once = (field: Field): Field => ({ ...field, access: onlyAtFirst }) as Field;

/** One language of one document that goes out, or is taken off the site, at a time. The publisher carries it out as the system. */
export const Schedules: CollectionConfig = {
  slug: 'schedules',
  labels: { singular: said('Planned publication', 'Publicación programada'), plural: said('Planned publications', 'Publicaciones programadas') },
  access: { read: signedIn, create: editors, update: editors, delete: system },
  admin: {
    group: said('The record', 'El registro'),
    defaultColumns: ['documentCollection', 'documentId', 'locale', 'action', 'day', 'time', 'state'],
    description: said(
      'What goes out or is taken off the site at a time. Plan it beside the document; to cancel it, set its state to cancelled.',
      'Lo que se publica o se retira a una hora. Prográmelo junto al documento; para cancelarlo, ponga su estado en cancelado.',
    ),
  },
  defaultSort: '-at',
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: planning,
  hooks: { beforeOperation: [checkShape], beforeChange: [planSchedule] },
  fields: [
    once({
      name: 'documentCollection',
      type: 'select',
      required: true,
      options: [...scheduledCollections],
      label: said('Part', 'Parte'),
      admin: { description: said('Where the document is.', 'Dónde está el documento.') },
    }),
    once({
      name: 'documentId',
      type: 'text',
      required: true,
      index: true,
      maxLength: 40,
      label: said('Document', 'Documento'),
      admin: { description: said('The number in the document’s address.', 'El número en la dirección del documento.') },
    } as TextField),
    once(localeSelect('locale', said('Language', 'Idioma'))),
    once({
      name: 'action',
      type: 'select',
      required: true,
      defaultValue: 'publish',
      label: said('What happens', 'Qué ocurre'),
      options: [
        { value: 'publish', label: said('Publish', 'Publicar') },
        { value: 'unpublish', label: said('Take off the site', 'Retirar del sitio') },
      ],
      admin: { description: said('At the time below.', 'A la hora de abajo.') },
    }),
    once(day({ name: 'day', required: true, label: said('Day', 'Día'), admin: { description: said('In the zone below.', 'En la zona de abajo.') } })),
    once(clockTime({ name: 'time', required: true, label: said('Time', 'Hora'), admin: { description: said('In the zone below.', 'En la zona de abajo.') } })),
    once({
      name: 'zone',
      type: 'select',
      required: true,
      options: zones,
      label: said('Time zone', 'Zona horaria'),
      admin: { description: said('Empty: the program’s.', 'Vacía: la del programa.') },
    }),
    once({
      name: 'version',
      type: 'text',
      maxLength: 40,
      label: said('Version', 'Versión'),
      admin: { description: said('What goes out. Empty: what was saved last.', 'Lo que sale. Vacía: lo último que se guardó.') },
    } as TextField),
    {
      name: 'state',
      type: 'select',
      index: true,
      defaultValue: 'waiting',
      label: said('State', 'Estado'),
      options: [
        { value: 'waiting', label: said('Waiting', 'En espera') },
        { value: 'done', label: said('Done', 'Hecho') },
        { value: 'failed', label: said('Not carried out', 'No se hizo') },
        { value: 'cancelled', label: said('Cancelled', 'Cancelado') },
      ],
      access: { create: () => false },
      admin: { description: said('What has become of it.', 'Qué pasó con esto.') },
    },
    filled({ name: 'versionSavedAt', type: 'date', label: said('Version saved', 'Versión guardada') }),
    filled({ name: 'at', type: 'date', index: true, label: said('The moment', 'El momento') }),
    filled({ name: 'by', type: 'relationship', relationTo: 'staff', label: said('By', 'Por') }),
    filled({ name: 'carriedOutAt', type: 'date', label: said('Carried out', 'Hecho el') }),
    filled({ name: 'error', type: 'json', label: said('Why not', 'Por qué no') }),
    { name: 'prints', type: 'json', access: byTheProgram, admin: { hidden: true } },
  ],
};

/** Filled in by the program. */
function filled(field: Field): Field {
  return { ...field, access: byTheProgram, admin: { readOnly: true, description: said('Filled in by the program.', 'Lo llena el programa.') } } as Field;
}
