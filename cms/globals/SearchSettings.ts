import type { GlobalConfig } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { seedHash } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { localeSelect } from '../fields/shared.ts';
import { standing } from '../fields/standing.ts';
import { checkGlobalShape } from '../hooks/checkShape.ts';
import { recordSettings } from '../hooks/recordPublication.ts';

export const SearchSettings: GlobalConfig = {
  slug: 'searchSettings',
  label: said('Search words', 'Palabras de búsqueda'),
  access: { read: signedIn, update: editors },
  admin: {
    group: said('On every page', 'En todas las páginas'),
    description: said('Words that mean the same, and answers that come first.', 'Palabras que significan lo mismo y respuestas que van primero.'),
  },
  hooks: { beforeOperation: [checkGlobalShape], afterChange: [recordSettings] },
  fields: [
    standing,
    {
      name: 'synonyms',
      type: 'array',
      maxRows: 500,
      label: said('Words that mean the same', 'Palabras que significan lo mismo'),
      fields: [
        localeSelect('locale', said('Language', 'Idioma')),
        {
          name: 'words',
          type: 'text',
          hasMany: true,
          required: true,
          minRows: 2,
          maxRows: 20,
          maxLength: 60,
          label: said('Words', 'Palabras'),
          admin: { description: said('Two or more; press Enter after each.', 'Dos o más; pulse Intro después de cada una.') },
        },
      ],
      admin: { description: said('A search for one of them finds the others.', 'Quien busca una encuentra las otras.') },
    },
    {
      name: 'promoted',
      type: 'array',
      maxRows: 200,
      label: said('Answers that come first', 'Respuestas que van primero'),
      fields: [
        localeSelect('locale', said('Language', 'Idioma')),
        {
          name: 'words',
          type: 'text',
          required: true,
          maxLength: 100,
          label: said('When somebody types', 'Cuando alguien escribe'),
          admin: { description: said('The words of the search.', 'Las palabras de la búsqueda.') },
        },
        {
          name: 'document',
          type: 'relationship',
          required: true,
          relationTo: ['articles', 'faqs', 'terms', 'workshops', 'materials'],
          label: said('Show this', 'Mostrar esto'),
          admin: { description: said('What comes first.', 'Lo que va primero.') },
        },
      ],
      admin: { description: said('For questions that must have the right answer first.', 'Para preguntas cuya respuesta correcta debe ir primero.') },
    },
    seedHash,
  ],
};
