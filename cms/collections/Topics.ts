import { said, sharedHelp } from '../fields/said.ts';
import { line, summaryField } from '../fields/text.ts';
import { familyRead } from './familyRead.ts';

export const Topics = familyRead({
  slug: 'topics',
  labels: { singular: said('Topic', 'Tema'), plural: said('Topics', 'Temas') },
  title: 'title',
  description: said('The shelves of the library.', 'Los estantes de la biblioteca.'),
  columns: ['title', 'order', '_status'],
  sort: 'order',
  coded: false,
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [line('title', said('Title', 'Título'), said('Two or three words.', 'Dos o tres palabras.'), { required: true, max: 80 }), summaryField],
    },
  ],
  sidebar: [
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      min: 0,
      max: 10_000,
      label: said('Order', 'Orden'),
      admin: { description: sharedHelp('Small numbers come first.', 'Los números pequeños van primero.') },
    },
  ],
});
