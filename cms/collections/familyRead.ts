import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionConfig, Endpoint, Field } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { code, kept } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { slug, takeAddress } from '../fields/slug.ts';
import { standing } from '../fields/standing.ts';
import { allOrNothing } from '../hooks/allOrNothing.ts';
import { answerWhole } from '../hooks/answerWhole.ts';
import { askBeforeTaking } from '../hooks/askBeforeTaking.ts';
import { checkRichText } from '../hooks/checkRichText.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { finishedInEach } from '../hooks/finishedInEach.ts';
import { recordDeletion, recordPublication } from '../hooks/recordPublication.ts';
import { refuseMeetingRooms } from '../hooks/refuseMeetingRooms.ts';
import { stampFirstPublished } from '../hooks/stampFirstPublished.ts';

type Said = { en: string; es: string };

interface Given {
  slug: string;
  labels: { singular: Said; plural: Said };
  /** The field that names a document in lists, and from which its address is made. */
  title: string;
  description: Said;
  columns: string[];
  /** A part of the admin that stands above the list. */
  aboveList?: string;
  sort?: string;
  coded?: boolean;
  addressed?: boolean;
  tabs: { label: Said; fields: Field[] }[];
  sidebar?: Field[];
  /** What the API answers about it beside Payload's own. */
  endpoints?: Endpoint[];
  /** What else a text must hold to be published. */
  beforeChange?: CollectionBeforeChangeHook[];
  /** What a save writes beside the document, after its publication. */
  afterChange?: CollectionAfterChangeHook[];
}

/** Sending the draft to a reviewer. It stores nothing of the document. */
const sending: Field = {
  name: 'sending',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/cms/admin/preview/LinksPanel.tsx#LinksPanel' } },
};

/** What of the document goes out, or is taken off the site, at a time. It stores nothing either. */
const planned: Field = {
  name: 'planned',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/cms/admin/schedules/SchedulePanel.tsx#SchedulePanel' } },
};

const inSidebar = (field: Field): Field => ({ ...field, admin: { ...field.admin, position: 'sidebar' } }) as Field;

/** What everything that a family reads has in common: drafts with a status in each language, versions, autosave, trash, and a publication with each save. */
export function familyRead({
  slug: name,
  labels,
  title,
  description,
  columns,
  aboveList,
  sort,
  coded = true,
  addressed = true,
  tabs,
  sidebar = [],
  endpoints = [],
  beforeChange = [],
  afterChange = [],
}: Given): CollectionConfig {
  return {
    slug: name,
    labels,
    access: { read: signedIn, readVersions: signedIn, create: editors, update: editors, delete: editors, unlock: () => false },
    admin: {
      group: said('What families read', 'Lo que leen las familias'),
      useAsTitle: title,
      description,
      defaultColumns: columns,
      listSearchableFields: [title],
      ...(aboveList ? { components: { beforeListTable: [aboveList] } } : {}),
    },
    endpoints,
    defaultSort: sort ?? title,
    trash: true,
    versions: { maxPerDoc: 200, drafts: { autosave: { interval: 800 }, localizeStatus: true } },
    hooks: {
      beforeOperation: [checkShape, answerWhole],
      beforeChange: [finishedInEach, askBeforeTaking, checkRichText, refuseMeetingRooms, ...beforeChange, stampFirstPublished],
      afterChange: [recordPublication, ...afterChange],
      afterDelete: [recordDeletion],
      afterOperation: [allOrNothing],
    },
    fields: [
      { type: 'tabs', tabs: tabs.map((tab) => ({ label: tab.label, fields: tab.fields })) },
      standing,
      planned,
      ...(addressed ? [slug(title), takeAddress, sending] : []),
      ...(coded ? [code] : []),
      ...sidebar.map(inSidebar),
      ...kept,
    ],
  };
}
