import type { ArrayField, CheckboxField, RelationshipField, SelectField } from 'payload';
import { audiences } from '../library/sections.ts';
import { outwardUrl } from './outwardUrl.ts';
import { said, sharedHelp } from './said.ts';

/** Fields that several collections have, with the same name, words and limits in each. */
export const topics: RelationshipField = {
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  maxRows: 8,
  label: said('Topics', 'Temas'),
  admin: { description: sharedHelp('Families find this under each topic you choose.', 'Las familias lo encuentran bajo cada tema que elija.') },
};

export const sources: ArrayField = {
  name: 'sources',
  type: 'array',
  maxRows: 30,
  label: said('Sources', 'Fuentes'),
  labels: { singular: said('Source', 'Fuente'), plural: said('Sources', 'Fuentes') },
  admin: { description: sharedHelp('Every fact needs one. Shown at the end of the page.', 'Todo dato necesita una. Se muestran al final de la página.') },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 300,
      label: said('Name of the source', 'Nombre de la fuente'),
      admin: { description: said('Who says it: an agency, a journal, a book.', 'Quién lo dice: una agencia, una revista, un libro.') },
    },
    outwardUrl({
      name: 'url',
      required: true,
      label: said('Address', 'Dirección'),
      admin: { description: said('The page where a reader finds it.', 'La página donde se puede leer.') },
    }),
  ],
};

const audienceLabels = {
  partner: said('Partner', 'Pareja'),
  'parent-of-minor': said('Parent of a minor', 'Madre o padre de un menor'),
  'parent-of-adult': said('Parent of an adult', 'Madre o padre de un adulto'),
  'grown-child': said('Grown child', 'Hijo o hija adulta'),
  sibling: said('Brother or sister', 'Hermano o hermana'),
  'grandparent-or-carer': said('Grandparent or carer', 'Abuela, abuelo o cuidador'),
  friend: said('Friend', 'Amigo o amiga'),
  teen: said('Teen', 'Adolescente'),
} as const;

export const audience: SelectField = {
  name: 'audience',
  type: 'select',
  hasMany: true,
  label: said('For whom', 'Para quién'),
  options: audiences.map((value) => ({ value, label: audienceLabels[value] })),
  admin: { description: sharedHelp('Leave empty when it is for everyone.', 'Déjelo vacío si es para todos.') },
};

export const checkbox = (name: string, label: { en: string; es: string }, help: { en: string; es: string }, { defaultValue = false } = {}): CheckboxField => ({
  name,
  type: 'checkbox',
  defaultValue,
  label,
  admin: { description: help },
});

export const localeSelect = (name: string, label: { en: string; es: string }): SelectField => ({
  name,
  type: 'select',
  required: true,
  label,
  admin: { description: said('The language this is about.', 'El idioma al que se refiere.') },
  options: [
    { value: 'en', label: said('English', 'Inglés') },
    { value: 'es', label: said('Spanish', 'Español') },
  ],
});
