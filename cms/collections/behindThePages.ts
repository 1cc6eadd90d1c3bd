import type { CollectionConfig, Field } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { seedHash, seedKey } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { checkbox } from '../fields/shared.ts';
import { line } from '../fields/text.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { recordDeletion, recordPublication } from '../hooks/recordPublication.ts';

const none = said('', '');
const behindThePages = (slug: string, labels: CollectionConfig['labels'], columns: string[], fields: Field[]): CollectionConfig => ({
  slug,
  labels,
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  admin: { group: said('Behind the pages', 'Detrás de las páginas'), useAsTitle: 'name', defaultColumns: columns, description: said('A change here is live as soon as you save.', 'Un cambio aquí se publica al guardar.') },
  defaultSort: 'name',
  hooks: { beforeOperation: [checkShape], afterChange: [recordPublication], afterDelete: [recordDeletion] },
  fields: [...fields, { name: 'seedKey', type: 'text', index: true, admin: { hidden: true } }, seedHash],
});

export const Places = behindThePages('places', { singular: said('Place', 'Lugar'), plural: said('Places', 'Lugares') }, ['name', 'address'], [
  line('name', said('Name', 'Nombre'), none, { required: true }),
  line('address', said('Street address', 'Dirección'), none, { localized: false, max: 250 }),
  line('room', said('Room', 'Sala'), none),
  line('entrance', said('Entrance', 'Entrada'), said('Which door, and what the sign says.', 'Qué puerta y qué dice el letrero.'), { max: 300 }),
  line('parking', said('Parking', 'Estacionamiento'), none, { max: 300 }),
  line('transit', said('Bus and train', 'Autobús y tren'), none, { max: 300 }),
  checkbox('stepFree', said('Step-free', 'Sin escalones'), none),
  line('phone', said('Phone', 'Teléfono'), none, { localized: false, max: 40 }),
]);

export const People = behindThePages('people', { singular: said('Person', 'Persona'), plural: said('People', 'Personas') }, ['name', 'role'], [
  line('name', said('First name', 'Nombre'), said('As families know them. No last name.', 'Como lo conocen las familias. Sin apellido.'), { localized: false, required: true, max: 60 }),
  line('role', said('Role', 'Función'), none, { required: true, max: 120 }),
]);
