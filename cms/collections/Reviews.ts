import type { CollectionConfig } from 'payload';
import { reviewers } from '../access/reviewers.ts';
import { signedIn } from '../access/signedIn.ts';
import { system } from '../access/system.ts';
import { day } from '../fields/day.ts';
import { said } from '../fields/said.ts';
import { localeSelect } from '../fields/shared.ts';
import { line } from '../fields/text.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { recordPublication } from '../hooks/recordPublication.ts';
import { signReview } from '../hooks/signReview.ts';
import { reviewedCollections } from './reviewed.ts';

/** A clinician's word on one language of one document. A row is never changed: another look is another row. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  labels: { singular: said('Review', 'Revisión'), plural: said('Reviews', 'Revisiones') },
  access: { read: signedIn, create: reviewers, update: system, delete: system },
  admin: {
    group: said('Review', 'Revisión'),
    defaultColumns: ['document', 'locale', 'role', 'on', 'due'],
    description: said(
      'You confirm the published text as it stands now. If it changes, it asks for review again.',
      'Usted confirma el texto publicado como está ahora. Si cambia, volverá a pedir revisión.',
    ),
  },
  defaultSort: '-on',
  disableDuplicate: true,
  hooks: { beforeOperation: [checkShape], beforeChange: [signReview], afterChange: [recordPublication] },
  fields: [
    {
      name: 'document',
      type: 'relationship',
      relationTo: [...reviewedCollections],
      required: true,
      label: said('Document', 'Documento'),
      admin: { description: said('What you have read.', 'Lo que usted ha leído.') },
    },
    localeSelect('locale', said('Language', 'Idioma')),
    line(
      'role',
      said('Your role as families read it', 'Su función, como la leen las familias'),
      said('For example: licensed counselor.', 'Por ejemplo: consejera con licencia.'),
      { required: true, max: 120 },
    ),
    day({
      name: 'due',
      required: true,
      label: said('Look again by', 'Volver a revisar antes del'),
      admin: { description: said('Usually a year from now.', 'Por lo general, dentro de un año.') },
    }),
    day({
      name: 'on',
      label: said('Reviewed on', 'Revisado el'),
      admin: { description: said('Filled in when you save.', 'Se llena al guardar.'), readOnly: true },
    }),
    { name: 'contentHash', type: 'text', admin: { hidden: true } },
    {
      name: 'reviewer',
      type: 'relationship',
      relationTo: 'staff',
      admin: { description: said('Filled in when you save.', 'Se llena al guardar.'), readOnly: true },
      label: said('By', 'Por'),
    },
    {
      name: 'unchangedFrom',
      type: 'relationship',
      relationTo: 'reviews',
      label: said('Meaning unchanged from', 'El sentido no cambió desde'),
      admin: { description: said('An earlier review whose text means the same.', 'Una revisión anterior cuyo texto dice lo mismo.') },
    },
  ],
};
