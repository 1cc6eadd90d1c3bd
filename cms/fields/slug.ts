import type { CheckboxField, TextField } from 'payload';
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

/**
 * The answer to the question that publishing at another document's former address asks. It holds for the save that brings it and is stored nowhere; the form
 * shows it when it was asked.
 */
export const takeAddress: CheckboxField = {
  name: 'takeAddress',
  type: 'checkbox',
  virtual: true,
  localized: true,
  label: said('Take this address', 'Tomar esta dirección'),
  admin: {
    position: 'sidebar',
    description: said('Its old links will show this page.', 'Los enlaces viejos mostrarán esta página.'),
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
    components: { Field: '/cms/admin/address/TakeAddress.tsx#TakeAddress' },
  },
};
