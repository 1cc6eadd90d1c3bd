import { said } from '../fields/said.ts';
import { line, lines } from '../fields/text.ts';
import { familyRead } from './familyRead.ts';

export const Terms = familyRead({
  slug: 'terms',
  labels: { singular: said('Word', 'Palabra'), plural: said('Glossary', 'Glosario') },
  title: 'term',
  description: said('Words that the program uses, in plain words.', 'Palabras que usa el programa, explicadas con sencillez.'),
  columns: ['term', '_status', 'updatedAt'],
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('term', said('Word', 'Palabra'), said('As the program says it.', 'Como lo dice el programa.'), { required: true, max: 80 }),
        {
          name: 'alsoCalled',
          type: 'text',
          hasMany: true,
          localized: true,
          maxRows: 12,
          maxLength: 80,
          label: said('Also called', 'También se dice'),
          admin: { description: said('What people say and type instead.', 'Lo que la gente dice o escribe en su lugar.') },
        },
        lines('meaning', said('Meaning', 'Significado'), said('One or two sentences.', 'Una o dos frases.'), { required: true, max: 600 }),
      ],
    },
  ],
});
