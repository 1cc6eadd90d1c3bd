import type { Block } from 'payload';
import { said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';

export const whatYouCanSay: Block = {
  slug: 'whatYouCanSay',
  interfaceName: 'WhatYouCanSayBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('What you can say', 'Lo que puede decir'), plural: said('What you can say', 'Lo que puede decir') },
  fields: [
    line('title', said('Heading', 'Título'), said('Leave empty for the usual one.', 'Déjelo vacío para usar el de siempre.'), { localized: false }),
    {
      name: 'say',
      type: 'text',
      hasMany: true,
      required: true,
      maxRows: 12,
      maxLength: 300,
      label: said('Words to try', 'Palabras para probar'),
      admin: { description: said('One sentence at a time; press Enter after each.', 'Una frase cada vez; presione Enter después de cada una.') },
    },
    {
      name: 'avoid',
      type: 'text',
      hasMany: true,
      maxRows: 12,
      maxLength: 300,
      label: said('Words to leave', 'Palabras que es mejor dejar'),
      admin: { description: said('What people often say, and what hurts.', 'Lo que se suele decir y duele.') },
    },
  ],
};
