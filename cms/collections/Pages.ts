import { said, sharedHelp } from '../fields/said.ts';
import { line, summaryField } from '../fields/text.ts';
import { pagePurposes } from '../library/types.ts';
import { editor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

const purposeLabels = {
  about: said('About us', 'Quiénes somos'),
  privacy: said('Privacy', 'Privacidad'),
  accessibility: said('Accessibility', 'Accesibilidad'),
  hide: said('Hide that you were here', 'Ocultar que estuvo aquí'),
  'privacy-practices': said('Notice of privacy practices', 'Aviso de prácticas de privacidad'),
  nondiscrimination: said('Nondiscrimination', 'No discriminación'),
  'language-help': said('Language help', 'Ayuda con el idioma'),
  complaints: said('Complaints', 'Quejas'),
  other: said('Another page', 'Otra página'),
} as const;

export const Pages = familyRead({
  slug: 'pages',
  labels: { singular: said('Page', 'Página'), plural: said('Pages', 'Páginas') },
  title: 'title',
  description: said('Fixed pages and notices.', 'Páginas fijas y avisos.'),
  columns: ['title', 'purpose', '_status'],
  coded: false,
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('As it stands at the foot of every page.', 'Como aparece al pie de cada página.'), {
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
          admin: { description: said('Plain words, also where the law speaks.', 'Palabras sencillas, también donde habla la ley.') },
        },
      ],
    },
  ],
  sidebar: [
    {
      name: 'purpose',
      type: 'select',
      required: true,
      defaultValue: 'other',
      label: said('Purpose', 'Propósito'),
      options: pagePurposes.map((value) => ({ value, label: purposeLabels[value] })),
      admin: { description: sharedHelp('The site links to it by this.', 'El sitio enlaza la página por esto.') },
    },
  ],
});
