import { outwardUrl } from '../fields/outwardUrl.ts';
import { said } from '../fields/said.ts';
import { topics } from '../fields/shared.ts';
import { line, summaryField } from '../fields/text.ts';
import { sheetEditor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

export const Materials = familyRead({
  slug: 'materials',
  labels: { singular: said('Material', 'Material'), plural: said('Materials', 'Materiales') },
  title: 'title',
  description: said(
    'Sheets to print or keep. Choosing another file keeps the address.',
    'Hojas para imprimir o guardar. Si cambia el archivo, la dirección sigue igual.',
  ),
  columns: ['title', 'topics', '_status', 'updatedAt'],
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('What it is for.', 'Para qué sirve.'), { required: true, max: 120 }),
        summaryField,
        {
          name: 'body',
          type: 'richText',
          localized: true,
          editor: sheetEditor,
          label: said('Text', 'Texto'),
          admin: {
            description: said(
              'What stands on the sheet. Keep it to one or two printed pages.',
              'Lo que dice la hoja. Que quepa en una o dos páginas impresas.',
            ),
          },
        },
        {
          name: 'file',
          type: 'upload',
          relationTo: 'files',
          localized: true,
          label: said('File', 'Archivo'),
          admin: {
            description: said(
              'In this language. Beside a text it is the same sheet as a PDF: change both.',
              'En este idioma. Junto a un texto, es la misma hoja en PDF: cambie los dos.',
            ),
          },
        },
        outwardUrl({
          name: 'url',
          localized: true,
          label: said('Or a page elsewhere', 'O una página en otro sitio'),
          admin: {
            description: said('Only when the material is neither a text nor a file of ours.', 'Solo si el material no es un texto ni un archivo nuestro.'),
          },
        }),
      ],
    },
    { label: said('Where it is found', 'Dónde se encuentra'), fields: [topics] },
  ],
});
