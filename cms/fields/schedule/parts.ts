import type { RelationshipField, SelectField } from 'payload';
import { type Said, said } from '../said.ts';

/** What a schedule, a date and a topic may each say of their own. */
export const place = (help: Said): RelationshipField => ({
  name: 'place',
  type: 'relationship',
  relationTo: 'places',
  label: said('Place', 'Lugar'),
  admin: { description: help },
});

export const facilitators = (help: Said): RelationshipField => ({
  name: 'facilitators',
  type: 'relationship',
  relationTo: 'people',
  hasMany: true,
  maxRows: 10,
  label: said('Led by', 'A cargo de'),
  admin: { description: help },
});

export const materials = (help: Said): RelationshipField => ({
  name: 'materials',
  type: 'relationship',
  relationTo: 'materials',
  hasMany: true,
  maxRows: 20,
  label: said('Materials', 'Materiales'),
  admin: { description: help },
});

export const places = (help: Said): SelectField => ({
  name: 'places',
  type: 'select',
  label: said('Places left', 'Cupo'),
  admin: { description: help },
  options: [
    { value: 'open', label: said('Open', 'Hay lugar') },
    { value: 'full', label: said('Full: call for the waiting list', 'Lleno: llame para la lista de espera') },
    { value: 'closed', label: said('Closed to new people', 'Cerrado a personas nuevas') },
  ],
});
