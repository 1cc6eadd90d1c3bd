import { said, sharedHelp } from '../fields/said.ts';
import { line, lines } from '../fields/text.ts';
import { familyRead } from './familyRead.ts';

export const Kits = familyRead({
  slug: 'kits',
  labels: { singular: said('Kit', 'Carpeta'), plural: said('Kits', 'Carpetas') },
  title: 'title',
  description: said('What a clinician hands to a family, as one page and one sheet.', 'Lo que el equipo entrega a una familia, en una página y una hoja.'),
  columns: ['title', '_status', 'updatedAt'],
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('The moment it is for.', 'Para qué momento es.'), { required: true, max: 120 }),
        lines('intro', said('Introduction', 'Introducción'), said('Two sentences to the family.', 'Dos frases para la familia.'), { required: true }),
        {
          name: 'items',
          type: 'array',
          maxRows: 20,
          label: said('What is in it', 'Qué contiene'),
          labels: { singular: said('Item', 'Elemento'), plural: said('Items', 'Elementos') },
          admin: { description: sharedHelp('In the order in which you hand them over.', 'En el orden en que los entrega.') },
          fields: [
            {
              name: 'document',
              type: 'relationship',
              required: true,
              relationTo: ['articles', 'faqs', 'terms', 'workshops', 'materials'],
              label: said('Document', 'Documento'),
              admin: { description: said('What the family should read or keep.', 'Lo que la familia debería leer o guardar.') },
            },
            line('note', said('Why this one', 'Por qué este'), said('A few words to the family.', 'Unas palabras para la familia.'), { max: 300 }),
          ],
        },
      ],
    },
  ],
});
