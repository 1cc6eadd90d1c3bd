import type { CollectionConfig } from 'payload';
import { admins } from '../access/admins.ts';
import { signedIn } from '../access/signedIn.ts';
import { system } from '../access/system.ts';
import { said } from '../fields/said.ts';
import { locales } from '../library/locales.ts';

const group = said('The record', 'El registro');

/** Every address that a document had or has: redirects, 'gone' and 'codes are never reused' come from here. */
export const Addresses: CollectionConfig = {
  slug: 'addresses',
  labels: { singular: said('Address', 'Dirección'), plural: said('Addresses', 'Direcciones') },
  access: { read: signedIn, create: system, update: system, delete: system },
  admin: { group, hidden: ({ user }) => user?.role !== 'admin', useAsTitle: 'path', defaultColumns: ['path', 'state', 'locale', 'updatedAt'] },
  fields: [
    { name: 'locale', type: 'select', required: true, options: [...locales] },
    { name: 'path', type: 'text', required: true, index: true },
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'code', type: 'text', index: true },
    { name: 'state', type: 'select', required: true, options: ['live', 'moved', 'gone'] },
  ],
};

/** What readers' calendars know a workshop by. No version of the workshop holds it, and it is never deleted: a count that fell would be ignored. */
export const Calendars: CollectionConfig = {
  slug: 'calendars',
  labels: { singular: said('Calendar', 'Calendario'), plural: said('Calendars', 'Calendarios') },
  access: { read: signedIn, create: system, update: system, delete: system },
  admin: { group, hidden: true, useAsTitle: 'uid' },
  fields: [
    { name: 'documentId', type: 'text', required: true, unique: true, index: true },
    { name: 'uid', type: 'text', required: true },
    { name: 'sequence', type: 'number', required: true },
    // Of the dates as they last went out.
    { name: 'datesHash', type: 'text', required: true },
  ],
};

/** One change on its way from saved to live: the publisher's outbox, and the receipt that staff read. */
export const Publications: CollectionConfig = {
  slug: 'publications',
  labels: { singular: said('Publication', 'Publicación'), plural: said('Publications', 'Publicaciones') },
  access: { read: signedIn, create: system, update: system, delete: admins },
  admin: {
    group,
    description: said('What was published, when, and whether families see it.', 'Qué se publicó, cuándo, y si ya lo ven las familias.'),
    components: { views: { list: { Component: '/cms/admin/receipts/ReceiptsView.tsx#ReceiptsView' } } },
  },
  defaultSort: '-savedAt',
  fields: [
    { name: 'documentCollection', type: 'text', required: true, label: said('Part', 'Parte') },
    { name: 'documentId', type: 'text', index: true, label: said('Document', 'Documento') },
    { name: 'languages', type: 'select', hasMany: true, options: [...locales], label: said('Languages', 'Idiomas') },
    {
      name: 'change',
      type: 'select',
      required: true,
      options: [
        { value: 'published', label: said('Published', 'Publicado') },
        { value: 'unpublished', label: said('Taken off the site', 'Retirado del sitio') },
        { value: 'deleted', label: said('Deleted', 'Eliminado') },
        { value: 'settings', label: said('Settings changed', 'Configuración modificada') },
      ],
      label: said('Change', 'Cambio'),
    },
    { name: 'by', type: 'relationship', relationTo: 'staff', label: said('By', 'Por') },
    { name: 'schedule', type: 'relationship', relationTo: 'schedules', label: said('Planned', 'Programado') },
    // What one request did to several documents is one action, however many rows it has.
    { name: 'action', type: 'text', index: true, admin: { hidden: true } },
    { name: 'savedAt', type: 'date', required: true, index: true, label: said('Saved', 'Guardado') },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'waiting', label: said('Waiting', 'En espera') },
        { value: 'pushing', label: said('On its way to the bucket', 'En camino al bucket') },
        { value: 'live', label: said('Live', 'En línea') },
        { value: 'failed', label: said('Failed', 'Falló') },
      ],
      label: said('State', 'Estado'),
    },
    { name: 'renderedAt', type: 'date', label: said('Printed', 'Impreso') },
    { name: 'liveAt', type: 'json', label: said('Live', 'En línea') },
    { name: 'indexedAt', type: 'date', label: said('In search', 'En el buscador') },
    { name: 'pages', type: 'number', label: said('Pages written', 'Páginas escritas') },
    { name: 'error', type: 'textarea', label: said('What went wrong', 'Qué falló') },
  ],
};
