import type { CollectionConfig, Field } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { seedHash, seedKey } from '../fields/housekeeping.ts';
import { said, sharedHelp } from '../fields/said.ts';
import { checkbox } from '../fields/shared.ts';
import { line } from '../fields/text.ts';
import { allOrNothing } from '../hooks/allOrNothing.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { recordDeletion, recordPublication } from '../hooks/recordPublication.ts';
import { refuseMeetingRooms } from '../hooks/refuseMeetingRooms.ts';

const behindThePages = (slug: string, labels: CollectionConfig['labels'], columns: string[], fields: Field[]): CollectionConfig => ({
  slug,
  labels,
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  admin: {
    group: said('Behind the pages', 'Detrás de las páginas'),
    useAsTitle: 'name',
    defaultColumns: columns,
    description: said('A change here is live as soon as you save.', 'Un cambio aquí se publica al guardar.'),
  },
  defaultSort: 'name',
  hooks: {
    beforeOperation: [checkShape],
    beforeChange: [refuseMeetingRooms],
    afterChange: [recordPublication],
    afterDelete: [recordDeletion],
    afterOperation: [allOrNothing],
  },
  fields: [...fields, seedKey, seedHash],
});

export const Places = behindThePages(
  'places',
  { singular: said('Place', 'Lugar'), plural: said('Places', 'Lugares') },
  ['name', 'address'],
  [
    line('name', said('Name', 'Nombre'), said('The name on the building.', 'El nombre que se ve en el edificio.'), { required: true }),
    line('address', said('Street address', 'Dirección'), sharedHelp('Street, city, state and ZIP code.', 'Calle, ciudad, estado y código postal.'), {
      localized: false,
      max: 250,
    }),
    line('room', said('Room', 'Sala'), said('Room and floor.', 'Sala y piso.')),
    line('entrance', said('Entrance', 'Entrada'), said('Which door, and what the sign says.', 'Qué puerta y qué dice el letrero.'), { max: 300 }),
    line('parking', said('Parking', 'Estacionamiento'), said('Where, and what it costs.', 'Dónde y cuánto cuesta.'), { max: 300 }),
    line('transit', said('Bus and train', 'Autobús y tren'), said('Lines and stops nearby.', 'Líneas y paradas cercanas.'), { max: 300 }),
    checkbox(
      'stepFree',
      said('Step-free', 'Sin escalones'),
      sharedHelp('A wheelchair gets from the street to the room.', 'Se llega en silla de ruedas desde la calle hasta la sala.'),
    ),
    line('phone', said('Phone', 'Teléfono'), sharedHelp('For someone who cannot find the door.', 'Para quien no encuentra la puerta.'), {
      localized: false,
      max: 40,
    }),
  ],
);

export const People = behindThePages(
  'people',
  { singular: said('Person', 'Persona'), plural: said('People', 'Personas') },
  ['name', 'role'],
  [
    line('name', said('First name', 'Nombre'), said('As families know them. No last name.', 'Como lo conocen las familias. Sin apellido.'), {
      localized: false,
      required: true,
      max: 60,
    }),
    line('role', said('Role', 'Función'), said('For example: family counselor.', 'Por ejemplo: consejera familiar.'), { required: true, max: 120 }),
  ],
);
