import type { Block } from 'payload';
import { said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';

/** Blocks that show another document where they stand: its text is written once, there. */
export const termNote: Block = {
  slug: 'termNote',
  interfaceName: 'TermNoteBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('A word and its meaning', 'Una palabra y su significado'), plural: said('Words and their meaning', 'Palabras y su significado') },
  fields: [{ name: 'term', type: 'relationship', relationTo: 'terms', required: true, label: said('Word', 'Palabra') }],
};

export const faqGroup: Block = {
  slug: 'faqGroup',
  interfaceName: 'FaqGroupBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Group of questions', 'Grupo de preguntas'), plural: said('Groups of questions', 'Grupos de preguntas') },
  fields: [
    line('title', said('Heading', 'Título'), said('Leave empty for the usual one.', 'Déjelo vacío para usar el de siempre.'), { localized: false }),
    { name: 'faqs', type: 'relationship', relationTo: 'faqs', hasMany: true, required: true, maxRows: 12, label: said('Questions', 'Preguntas') },
  ],
};

export const materialNote: Block = {
  slug: 'materialNote',
  interfaceName: 'MaterialNoteBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Material', 'Material'), plural: said('Materials', 'Materiales') },
  fields: [{ name: 'material', type: 'relationship', relationTo: 'materials', required: true, label: said('Material', 'Material') }],
};

export const picture: Block = {
  slug: 'picture',
  interfaceName: 'PictureBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Picture', 'Imagen'), plural: said('Pictures', 'Imágenes') },
  fields: [{ name: 'media', type: 'relationship', relationTo: 'media', required: true, label: said('Picture', 'Imagen') }],
};
