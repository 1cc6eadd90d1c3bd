import type { Block } from 'payload';
import { said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';
import { plainEditor } from '../plainEditor.ts';

export const callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Callout', 'Aviso'), plural: said('Callouts', 'Avisos') },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'note',
      label: said('Kind', 'Clase'),
      options: [
        { value: 'note', label: said('Note', 'Nota') },
        { value: 'warning', label: said('Warning', 'Advertencia') },
        { value: 'emergency', label: said('Emergency', 'Emergencia') },
      ],
      admin: { description: said('Emergency is for danger to life only.', 'Emergencia es solo para peligro de vida.') },
    },
    line('title', said('Heading', 'Título'), said('One short line.', 'Una línea corta.'), { localized: false }),
    { name: 'body', type: 'richText', required: true, editor: plainEditor, label: said('Text', 'Texto') },
  ],
};
