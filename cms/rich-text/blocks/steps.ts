import type { Block } from 'payload';
import { said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';
import { plainEditor } from '../plainEditor.ts';

export const steps: Block = {
  slug: 'steps',
  interfaceName: 'StepsBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Steps', 'Pasos'), plural: said('Steps', 'Pasos') },
  fields: [
    line('title', said('Heading', 'Título'), said('What these steps lead to.', 'A qué llevan estos pasos.'), { localized: false }),
    {
      name: 'steps',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 12,
      label: said('Steps', 'Pasos'),
      labels: { singular: said('Step', 'Paso'), plural: said('Steps', 'Pasos') },
      fields: [
        line('title', said('What to do', 'Qué hacer'), said('A few words, beginning with a verb.', 'Pocas palabras, empezando con un verbo.'), {
          required: true,
          localized: false,
        }),
        { name: 'body', type: 'richText', editor: plainEditor, label: said('More', 'Más') },
      ],
    },
  ],
};
