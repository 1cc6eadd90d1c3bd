import { outwardUrl } from '../fields/outwardUrl.ts';
import { said } from '../fields/said.ts';
import { topics } from '../fields/shared.ts';
import { line, summaryField } from '../fields/text.ts';
import { familyRead } from './familyRead.ts';

export const Materials = familyRead({
  slug: 'materials',
  labels: { singular: said('Material', 'Material'), plural: said('Materials', 'Materiales') },
  title: 'title',
  description: said(
    'Files to print or keep. Choosing another file keeps the address.',
    'Archivos para imprimir o guardar. Si cambia el archivo, la dirección sigue igual.',
  ),
  columns: ['title', 'topics', '_status', 'updatedAt'],
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('What it is for.', 'Para qué sirve.'), { required: true, max: 120 }),
        summaryField,
        {
          name: 'file',
          type: 'upload',
          relationTo: 'files',
          localized: true,
          label: said('File', 'Archivo'),
          admin: { description: said('In this language.', 'En este idioma.') },
        },
        outwardUrl({
          name: 'url',
          localized: true,
          label: said('Or a page elsewhere', 'O una página en otro sitio'),
          admin: { description: said('Only when the material is not a file of ours.', 'Solo si el material no es un archivo nuestro.') },
        }),
      ],
    },
    { label: said('Where it is found', 'Dónde se encuentra'), fields: [topics] },
  ],
});
