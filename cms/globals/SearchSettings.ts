import type { Field, GlobalConfig } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { seedHash } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { standing } from '../fields/standing.ts';
import { checkSearchWords } from '../hooks/checkSearchWords.ts';
import { checkGlobalShape } from '../hooks/checkShape.ts';
import { recordSettings } from '../hooks/recordPublication.ts';

/** In whose search a row holds. Both: for names that are the same everywhere, and for words of one language that are typed in the other. */
const inSearchOf: Field = {
  name: 'locale',
  type: 'select',
  required: true,
  label: said('On which pages', 'En qué páginas'),
  admin: { description: said('Where this helps: in the search of that language.', 'Dónde ayuda: en el buscador de ese idioma.') },
  options: [
    { value: 'en', label: said('English', 'En inglés') },
    { value: 'es', label: said('Spanish', 'En español') },
    { value: 'both', label: said('Both', 'En los dos idiomas') },
  ],
};

export const SearchSettings: GlobalConfig = {
  slug: 'searchSettings',
  label: said('Search words', 'Palabras de búsqueda'),
  access: { read: signedIn, update: editors },
  admin: {
    group: said('On every page', 'En todas las páginas'),
    description: said(
      'Words that mean the same, and answers that come first. What you save here is live in the search within a minute or so.',
      'Palabras que significan lo mismo y respuestas que van primero. Lo que guarde aquí llega al buscador en cosa de un minuto.',
    ),
  },
  hooks: { beforeOperation: [checkGlobalShape], beforeValidate: [checkSearchWords], afterChange: [recordSettings] },
  fields: [
    standing,
    {
      name: 'synonyms',
      type: 'array',
      maxRows: 500,
      label: said('Words that mean the same', 'Palabras que significan lo mismo'),
      labels: { singular: said('Group of words', 'Grupo de palabras'), plural: said('Groups of words', 'Grupos de palabras') },
      fields: [
        inSearchOf,
        {
          name: 'words',
          type: 'text',
          hasMany: true,
          required: true,
          minRows: 2,
          maxRows: 20,
          maxLength: 60,
          label: said('Words', 'Palabras'),
          admin: {
            description: said(
              'Two or more, the way people type them: “slip”, “relapse”, “used again”. Press Enter after each.',
              'Dos o más, como las escribe la gente: «recaída», «volvió a tomar». Presione Enter después de cada una.',
            ),
          },
        },
      ],
      admin: {
        initCollapsed: true,
        components: { RowLabel: '/cms/admin/searchWords/RowNames.tsx#SynonymName' },
        description: said(
          'Who searches for one word of a group finds the others. Put together what families say, what clinicians say, and the Spanish word. Capital letters and accents do not count.',
          'Quien busca una palabra de un grupo encuentra las otras. Junte lo que dicen las familias, lo que dice el equipo clínico y la palabra en inglés. Las mayúsculas y los acentos no cuentan.',
        ),
      },
    },
    {
      name: 'promoted',
      type: 'array',
      maxRows: 200,
      label: said('Answers that come first', 'Respuestas que van primero'),
      labels: { singular: said('Answer', 'Respuesta'), plural: said('Answers', 'Respuestas') },
      fields: [
        inSearchOf,
        {
          name: 'words',
          type: 'text',
          required: true,
          maxLength: 100,
          label: said('When somebody types', 'Cuando alguien escribe'),
          admin: {
            description: said('One word or a few: “privacy”, “not breathing”.', 'Una palabra o unas pocas: «privacidad», «no respira».'),
          },
        },
        {
          name: 'document',
          type: 'relationship',
          required: true,
          relationTo: ['articles', 'faqs', 'terms', 'workshops', 'materials'],
          label: said('Show this first', 'Mostrar esto primero'),
          admin: { description: said('A page that families can see.', 'Una página que las familias puedan ver.') },
        },
        { name: 'shown', type: 'ui', admin: { components: { Field: '/cms/admin/searchWords/FirstAnswer.tsx#FirstAnswer' } } },
      ],
      admin: {
        initCollapsed: true,
        components: { RowLabel: '/cms/admin/searchWords/RowNames.tsx#PromotedName' },
        description: said(
          'For questions that must have the right answer first. Where two answers have the same words, the upper one comes first.',
          'Para preguntas cuya respuesta correcta debe ir primero. Si dos respuestas tienen las mismas palabras, va primero la de arriba.',
        ),
      },
    },
    seedHash,
  ],
};
