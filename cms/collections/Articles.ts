import { said, sharedHelp } from '../fields/said.ts';
import { audience, checkbox, sources, topics } from '../fields/shared.ts';
import { line, summaryField } from '../fields/text.ts';
import { stages } from '../library/sections.ts';
import { editor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

const stageLabels = {
  before: said('Before treatment', 'Antes del tratamiento'),
  'first-weeks': said('First weeks', 'Primeras semanas'),
  'in-program': said('In the program', 'Durante el programa'),
  'fewer-hours': said('Fewer hours', 'Menos horas'),
  after: said('After', 'Después'),
} as const;

export const Articles = familyRead({
  slug: 'articles',
  labels: { singular: said('Guide', 'Guía'), plural: said('Guides', 'Guías') },
  title: 'title',
  description: said('Guides answer one question of a family, in plain words.', 'Las guías responden una pregunta de la familia, con palabras sencillas.'),
  columns: ['title', 'stage', '_status', 'updatedAt'],
  sort: '-updatedAt',
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('What the reader would ask or look for.', 'Lo que la persona preguntaría o buscaría.'), {
          required: true,
          max: 120,
        }),
        summaryField,
        {
          name: 'body',
          type: 'richText',
          localized: true,
          editor,
          label: said('Text', 'Texto'),
          admin: {
            description: said('600 to 1,200 words. Headings are the reader’s questions.', 'De 600 a 1200 palabras. Los títulos son las preguntas del lector.'),
          },
        },
        {
          name: 'picture',
          type: 'relationship',
          relationTo: 'media',
          label: said('Picture', 'Imagen'),
          admin: { description: sharedHelp('Only where it helps to understand.', 'Solo si ayuda a entender.') },
        },
      ],
    },
    { label: said('Sources', 'Fuentes'), fields: [sources] },
    {
      label: said('Where it is found', 'Dónde se encuentra'),
      fields: [
        topics,
        audience,
        {
          name: 'related',
          type: 'relationship',
          hasMany: true,
          maxRows: 12,
          relationTo: ['articles', 'faqs', 'terms', 'workshops', 'materials'],
          label: said('Read next', 'Para seguir leyendo'),
          admin: { description: sharedHelp('At least two ways onward.', 'Al menos dos caminos para seguir.') },
        },
      ],
    },
  ],
  sidebar: [
    {
      name: 'stage',
      type: 'select',
      label: said('Stage', 'Etapa'),
      options: stages.map((value) => ({ value, label: stageLabels[value] })),
      admin: { description: sharedHelp('Where on the path this guide belongs.', 'A qué parte del camino pertenece.') },
    },
    checkbox(
      'setback',
      said('If they used again or stopped going', 'Si volvió a consumir o dejó de ir'),
      sharedHelp('Stands beside the path.', 'Está al lado del camino.'),
    ),
    checkbox(
      'sensitive',
      said('Neutral picture when shared', 'Imagen neutra al compartir'),
      sharedHelp('For subjects that others should not see on a phone.', 'Para temas que otros no deben ver en un teléfono.'),
    ),
  ],
});
