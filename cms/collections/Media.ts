import { said, sharedHelp } from '../fields/said.ts';
import { line } from '../fields/text.ts';
import { familyRead } from './familyRead.ts';

export const Media = familyRead({
  slug: 'media',
  labels: { singular: said('Picture', 'Imagen'), plural: said('Pictures', 'Imágenes') },
  title: 'alt',
  description: said('Pictures with their words for people who cannot see them.', 'Imágenes con sus palabras para quien no puede verlas.'),
  columns: ['alt', 'file', '_status'],
  coded: false,
  addressed: false,
  tabs: [
    {
      label: said('Picture', 'Imagen'),
      fields: [
        line('alt', said('Alternative text', 'Texto alternativo'), said('What the picture shows, in one sentence.', 'Qué muestra la imagen, en una frase.'), {
          required: true,
          max: 250,
        }),
        line('caption', said('Caption', 'Pie de imagen'), said('Only if it adds something.', 'Solo si agrega algo.'), { max: 250 }),
        {
          name: 'file',
          type: 'upload',
          relationTo: 'files',
          required: true,
          label: said('File', 'Archivo'),
          filterOptions: { mimeType: { contains: 'image/' } },
          admin: { description: sharedHelp() },
        },
      ],
    },
  ],
});
