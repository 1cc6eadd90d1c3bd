import type { Block, TextField } from 'payload';
import { crisisKindOptions } from '../../fields/crisisKinds.ts';
import { type Said, said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';
import { plainEditor } from '../plainEditor.ts';

/** Blocks of a sheet that is printed and then written on, cut out, or hung up. */
const several = (
  name: string,
  label: Said,
  help: Said,
  { max, letters, required = false }: { max: number; letters: number; required?: boolean },
): TextField => ({
  name,
  type: 'text',
  hasMany: true,
  required,
  maxRows: max,
  maxLength: letters,
  label,
  admin: { description: help },
});

export const writingLines: Block = {
  slug: 'writingLines',
  interfaceName: 'WritingLinesBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Lines to write on', 'Renglones para escribir'), plural: said('Lines to write on', 'Renglones para escribir') },
  fields: [
    several('labels', said('What to write there', 'Qué se escribe ahí'), said('Press Enter after each.', 'Pulse Intro después de cada una.'), {
      max: 12,
      letters: 200,
    }),
    {
      name: 'lines',
      type: 'number',
      required: true,
      defaultValue: 1,
      min: 1,
      max: 20,
      label: said('Lines under each', 'Renglones debajo de cada una'),
    },
  ],
};

export const weekPlanner: Block = {
  slug: 'weekPlanner',
  interfaceName: 'WeekPlannerBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Week planner', 'Plan de la semana'), plural: said('Week planners', 'Planes de la semana') },
  fields: [
    several('columns', said('Columns', 'Columnas'), said('One row for each day is made of itself.', 'Los renglones de los días se ponen solos.'), {
      max: 6,
      letters: 40,
      required: true,
    }),
  ],
};

export const table: Block = {
  slug: 'table',
  interfaceName: 'TableBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Table', 'Cuadro'), plural: said('Tables', 'Cuadros') },
  fields: [
    several('columns', said('Columns', 'Columnas'), said('Two to four short headings.', 'De dos a cuatro títulos cortos.'), {
      max: 4,
      letters: 60,
      required: true,
    }),
    {
      name: 'rows',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 20,
      label: said('Rows', 'Renglones'),
      labels: { singular: said('Row', 'Renglón'), plural: said('Rows', 'Renglones') },
      fields: [
        several(
          'cells',
          said('Cells', 'Casillas'),
          said(
            'The first names the row. Cells left out at the end are room to write.',
            'La primera da nombre al renglón. Las que faltan al final quedan para escribir.',
          ),
          { max: 4, letters: 300, required: true },
        ),
      ],
    },
  ],
};

export const card: Block = {
  slug: 'card',
  interfaceName: 'CardBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Card to cut out', 'Tarjeta para recortar'), plural: said('Cards to cut out', 'Tarjetas para recortar') },
  fields: [
    line('title', said('Heading', 'Título'), said('One short line.', 'Una línea corta.'), { localized: false }),
    { name: 'body', type: 'richText', required: true, editor: plainEditor, label: said('Text', 'Texto') },
    several(
      'labels',
      said('Lines to fill in', 'Renglones para llenar'),
      said('What is written there; press Enter after each.', 'Qué se escribe ahí; pulse Intro después de cada una.'),
      {
        max: 6,
        letters: 80,
      },
    ),
  ],
};

export const crisisNumbers: Block = {
  slug: 'crisisNumbers',
  interfaceName: 'CrisisNumbersBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Numbers to call', 'Números para llamar'), plural: said('Numbers to call', 'Números para llamar') },
  fields: [
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      options: crisisKindOptions,
      label: said('For which dangers', 'Para qué peligros'),
      admin: {
        description: said(
          'The numbers come from Program and help lines; 911 always stands first. Leave empty for all of them.',
          'Los números vienen de Programa y líneas de ayuda; el 911 va siempre primero. Déjelo vacío para mostrarlos todos.',
        ),
      },
    },
  ],
};
