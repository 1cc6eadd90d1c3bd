import { randomUUID } from 'node:crypto';
import type { ArrayField, FieldHook, RelationshipField, TextField } from 'payload';
import { type Said, said, sharedHelp } from '../said.ts';
import { line, lines } from '../text.ts';
import { facilitators, materials } from './parts.ts';

type Row = Record<string, unknown> | null;

/** A topic keeps its name when the order changes; one that was copied gets its own. */
const keepKeysApart: FieldHook = ({ value }) => {
  if (!Array.isArray(value)) return value;
  const met = new Set<unknown>();
  return (value as Row[]).map((row) => {
    if (typeof row !== 'object' || row === null) return row;
    const key = typeof row.key === 'string' && row.key && !met.has(row.key) ? row.key : newKey();
    met.add(key);
    return { ...row, key };
  });
};

const newKey = () => randomUUID().slice(0, 8);

const articles: RelationshipField = {
  name: 'articles',
  type: 'relationship',
  relationTo: 'articles',
  hasMany: true,
  maxRows: 10,
  label: said('Guides', 'Guías'),
  admin: { description: said('What to read before or after.', 'Qué leer antes o después.') },
};

/** The topics through which a series rotates. */
export const sessions: ArrayField = {
  name: 'sessions',
  type: 'array',
  maxRows: 60,
  label: said('Topics of the series', 'Temas de la serie'),
  labels: { singular: said('Topic', 'Tema'), plural: said('Topics', 'Temas') },
  admin: {
    description: sharedHelp(
      'Each date gives the next one; after the last they begin again. Empty: every date is alike.',
      'Cada fecha da el siguiente; después del último vuelven a empezar. Vacío: todas las fechas son iguales.',
    ),
  },
  hooks: { beforeValidate: [keepKeysApart] },
  fields: [
    line('title', said('Topic', 'Tema'), said('What this evening is about.', 'De qué trata esa noche.'), { required: true, max: 120 }),
    lines('summary', said('In short', 'En breve'), said('One or two sentences.', 'Una o dos frases.'), { max: 300 }),
    articles,
    materials(said('Shown with each date of this topic.', 'Se muestran con cada fecha de este tema.')),
    facilitators(said('Empty: those of the workshop.', 'Vacío: quienes dirigen el taller.')),
    { name: 'key', type: 'text', maxLength: 40, defaultValue: newKey, admin: { hidden: true } },
  ],
};

/** One of the workshop's own topics, by its key. */
export const session = (help: Said): TextField =>
  ({
    name: 'session',
    type: 'text',
    maxLength: 40,
    label: said('Topic', 'Tema'),
    admin: { description: help, components: { Field: '/cms/admin/workshops/SessionField.tsx#SessionField' } },
  }) as TextField;
