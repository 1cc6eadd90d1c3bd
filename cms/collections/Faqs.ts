import { noRequest } from '../fields/housekeeping.ts';
import { said, sharedHelp } from '../fields/said.ts';
import { checkbox, sources, topics } from '../fields/shared.ts';
import { line, lines } from '../fields/text.ts';
import { noteWho } from '../hooks/noteWho.ts';
import { editor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

export const Faqs = familyRead({
  slug: 'faqs',
  labels: { singular: said('Question', 'Pregunta'), plural: said('Questions', 'Preguntas') },
  title: 'question',
  description: said('Short answers to what families ask.', 'Respuestas cortas a lo que preguntan las familias.'),
  columns: ['question', 'askedByFamily', 'topics', '_status', 'updatedAt'],
  sort: '-updatedAt',
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('question', said('Question', 'Pregunta'), said('In the words that people use.', 'Con las palabras que usa la gente.'), {
          required: true,
          max: 200,
        }),
        lines('answer', said('Answer', 'Respuesta'), said('The first sentence answers.', 'La primera frase responde.'), { required: true, max: 700 }),
        {
          name: 'more',
          type: 'richText',
          localized: true,
          editor,
          label: said('More', 'Más'),
          admin: { description: said('Only what helps to act on the answer.', 'Solo lo que ayuda a poner en práctica la respuesta.') },
        },
      ],
    },
    { label: said('Sources', 'Fuentes'), fields: [sources] },
    { label: said('Where it is found', 'Dónde se encuentra'), fields: [topics] },
  ],
  sidebar: [
    checkbox(
      'askedByFamily',
      said('A family asked this', 'Lo preguntó una familia'),
      sharedHelp('The words only, never a name.', 'Solo las palabras, nunca un nombre.'),
    ),
    {
      name: 'notedBy',
      type: 'relationship',
      relationTo: 'staff',
      label: said('Written down by', 'Lo anotó'),
      access: noRequest,
      admin: { hidden: true },
      hooks: { beforeChange: [noteWho] },
    },
  ],
});
