import type { Field } from 'payload';
import { forgetSeed } from '../hooks/forgetSeed.ts';
import { keepCode } from '../hooks/keepCode.ts';
import { said, sharedHelp } from './said.ts';

/** The permanent short link's letters: given once, never changed. */
export const code: Field = {
  name: 'code',
  type: 'text',
  unique: true,
  index: true,
  maxLength: 12,
  label: said('Short link', 'Enlace corto'),
  access: { update: () => false },
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: sharedHelp('Stays for ever, for print and for reading aloud.', 'No cambia nunca: para imprimir y para dictar.'),
  },
  hooks: { beforeValidate: [keepCode] },
};

/** The program alone writes these; what a request brings does not count. */
export const noRequest = { create: () => false, update: () => false };

/** The name under which the seed keeps this document. */
export const seedKey: Field = { name: 'seedKey', type: 'text', index: true, disableDuplicate: true, access: noRequest, admin: { hidden: true } };

/** The hash of what the seed last wrote here; empty once staff changed it. */
export const seedHash: Field = {
  name: 'seedHash',
  type: 'text',
  disableDuplicate: true,
  access: noRequest,
  admin: { hidden: true },
  hooks: { beforeChange: [forgetSeed] },
};

/** What the program keeps about a document and nobody edits. */
export const kept: Field[] = [
  // Payload completes this field of its own: a duplicate would be public in every other language in which the original is.
  { name: '_status', type: 'select', label: said('Status', 'Estado'), options: [], disableDuplicate: true },
  { name: 'publishedAt', type: 'date', disableDuplicate: true, access: noRequest, admin: { hidden: true } },
  seedKey,
  seedHash,
];
