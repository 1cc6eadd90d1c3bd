import type { CollectionConfig } from 'payload';
import { signedIn } from '../access/signedIn.ts';
import { system } from '../access/system.ts';
import { said } from '../fields/said.ts';
import { localeSelect } from '../fields/shared.ts';
import { checkShape } from '../hooks/checkShape.ts';

/** Links under which someone without an account reads one version of one document in one language. They are made and taken back beside the document. */
export const PreviewLinks: CollectionConfig = {
  slug: 'previewLinks',
  labels: { singular: said('Link for a reviewer', 'Enlace para revisión'), plural: said('Links for reviewers', 'Enlaces para revisión') },
  access: { read: signedIn, create: system, update: system, delete: system },
  admin: {
    group: said('The record', 'El registro'),
    hidden: ({ user }) => user?.role !== 'admin',
    useAsTitle: 'note',
    defaultColumns: ['note', 'documentCollection', 'locale', 'expiresAt', 'revokedAt'],
    description: said('Who was sent a draft, and until when it can be read.', 'A quién se envió un borrador y hasta cuándo se puede leer.'),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  hooks: { beforeOperation: [checkShape] },
  fields: [
    {
      name: 'documentCollection',
      type: 'text',
      required: true,
      label: said('Part', 'Parte'),
      admin: { description: said('The kind of document that is shown.', 'La clase de documento que se muestra.') },
    },
    {
      name: 'documentId',
      type: 'text',
      required: true,
      index: true,
      label: said('Document', 'Documento'),
      admin: { description: said('The document that is shown.', 'El documento que se muestra.') },
    },
    {
      name: 'version',
      type: 'text',
      required: true,
      label: said('Version', 'Versión'),
      admin: { description: said('Later changes are not shown.', 'Los cambios posteriores no se muestran.') },
    },
    localeSelect('locale', said('Language', 'Idioma')),
    {
      name: 'expiresAt',
      type: 'date',
      required: true,
      label: said('Works until', 'Sirve hasta'),
      admin: { description: said('Afterwards the link shows nothing.', 'Después, el enlace no muestra nada.') },
    },
    {
      name: 'revokedAt',
      type: 'date',
      label: said('Taken back', 'Retirado'),
      admin: { description: said('From then on the link shows nothing.', 'Desde entonces, el enlace no muestra nada.') },
    },
    {
      name: 'by',
      type: 'relationship',
      relationTo: 'staff',
      label: said('By', 'Por'),
      admin: { description: said('Who made the link.', 'Quién creó el enlace.') },
    },
    {
      name: 'note',
      type: 'text',
      maxLength: 120,
      label: said('For whom', 'Para quién'),
      admin: { description: said('Only staff see this.', 'Solo lo ve el personal.') },
    },
    // The token itself is nowhere: whoever reads the database cannot open a link.
    { name: 'tokenHash', type: 'text', required: true, unique: true, index: true, access: { read: () => false }, admin: { hidden: true } },
  ],
};
