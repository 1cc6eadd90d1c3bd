import { join } from 'node:path';
import type { CollectionConfig } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { system } from '../access/system.ts';
import { seedKey } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { acceptedTypes, checkUpload } from '../hooks/checkUpload.ts';

/** Uploads. Immutable: another file is another row, so that what is published never changes under a draft. */
export const Files = (dataDir: string): CollectionConfig => ({
  slug: 'files',
  labels: { singular: said('File', 'Archivo'), plural: said('Files', 'Archivos') },
  access: { read: signedIn, create: editors, update: system, delete: system },
  admin: {
    group: said('Behind the pages', 'Detrás de las páginas'),
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'mimeType', 'filesize', 'createdAt'],
    description: said(
      'A file never changes. To replace one, upload the new one where it is used.',
      'Un archivo no cambia. Para reemplazarlo, suba el nuevo donde se usa.',
    ),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  upload: { staticDir: join(dataDir, 'files'), mimeTypes: [...acceptedTypes], crop: false, focalPoint: false, bulkUpload: false, pasteURL: false },
  hooks: { beforeOperation: [checkShape, checkUpload] },
  fields: [{ name: 'sha256', type: 'text', index: true, admin: { hidden: true } }, seedKey],
});
