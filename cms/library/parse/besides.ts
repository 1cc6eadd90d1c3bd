import { publicCollections } from '../sections.ts';
import type { Address, Calendar, Id, Media, Person, Place, Review, StoredFile } from '../types.ts';
import type { Beside } from './documents.ts';
import type { Fields } from './fields.ts';
import { byLocale, inBoth } from './localized.ts';
import { publishedFrom, type Take } from './published.ts';

/** A picture with its words. Its file must be there, and its alternative text in every language that is published. */
export function mediaFrom(fields: Fields, take: Take, { files }: Beside): Media {
  const file = fields.id('file');
  const stored = file === undefined ? undefined : files.get(file);
  if (!stored) throw fields.problem('file', { en: 'is missing. Upload the picture again.', es: 'falta. Suba la imagen de nuevo.' });
  return {
    ...publishedFrom(fields, take, (text) => ({ alt: text.required('alt'), caption: text.text('caption') })),
    collection: 'media',
    file: stored,
  };
}

export function fileFrom(fields: Fields): StoredFile {
  const width = fields.number('width');
  const height = fields.number('height');
  return {
    id: fields.id('id') ?? '',
    filename: fields.required('filename'),
    mimeType: fields.text('mimeType'),
    bytes: fields.number('filesize') ?? 0,
    sha256: fields.text('sha256'),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

export function personFrom(fields: Fields): Person {
  return { name: fields.text('name'), role: byLocale(fields, (text) => text.text('role') || undefined) };
}

export function placeFrom(fields: Fields): Place {
  return {
    id: fields.id('id') ?? '',
    text: inBoth(fields, ['name', 'room', 'entrance', 'parking', 'transit']),
    address: fields.text('address'),
    stepFree: fields.flag('stepFree'),
    phone: fields.text('phone'),
  };
}

export function reviewFrom(fields: Fields): Review {
  const document = fields.ref('document');
  if (!document) throw fields.problem('document', { en: 'is empty. A review is of a document.', es: 'está vacío. Una revisión es de un documento.' });
  const role = inBoth(fields, ['role']);
  return {
    document,
    locale: fields.locale('locale'),
    contentHash: fields.text('contentHash'),
    role: { en: role.en.role, es: role.es.role },
    on: fields.day('on') ?? '',
    due: fields.day('due') ?? '',
  };
}

export function addressFrom(fields: Fields): Address {
  const collection = fields.choice('documentCollection', publicCollections);
  if (!collection) throw fields.problem('documentCollection', { en: 'is empty.', es: 'está vacío.' });
  return {
    locale: fields.locale('locale'),
    path: fields.required('path'),
    document: { collection, id: fields.required('documentId') },
    code: fields.text('code'),
    state: fields.choice('state', ['live', 'moved', 'gone']) ?? 'live',
    since: fields.instant('updatedAt') ?? '',
  };
}

/** What calendars know a workshop by, beside the workshop's id. */
export function calendarFrom(fields: Fields): [Id, Calendar] {
  return [fields.required('documentId'), { uid: fields.required('uid'), sequence: fields.number('sequence') ?? 0 }];
}
