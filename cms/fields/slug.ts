import type { TextField } from 'payload';
import { slugFrom } from '../hooks/slugFrom.ts';
import { said } from './said.ts';

/** The end of a page's address, made from the title until somebody writes their own. Unique in its language. */
export const slug = (from: string): TextField => ({
  name: 'slug',
  type: 'text',
  localized: true,
  unique: true,
  disableDuplicate: true,
  index: true,
  maxLength: 100,
  label: said('Address', 'Dirección'),
  admin: {
    position: 'sidebar',
    description: said(
      'The end of the page’s address. Made from the title; old addresses lead here when you change it.',
      'El final de la dirección de la página. Sale del título; si la cambia, las direcciones viejas traen aquí.',
    ),
  },
  hooks: { beforeValidate: [slugFrom(from)] },
});
