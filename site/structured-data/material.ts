import type { MaterialView } from '../../cms/library/queries/handouts.ts';
import { reviewData } from './article.ts';
import { context, type JsonLd, type Place } from './site.ts';

/** A sheet to read and to print, with the file that holds the same. https://schema.org/DigitalDocument */
export function materialData(material: MaterialView, place: Place): JsonLd {
  return {
    ...context,
    '@type': 'DigitalDocument',
    '@id': place.url,
    url: place.url,
    name: material.title,
    description: material.summary,
    inLanguage: material.lang,
    dateModified: material.writtenOn,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: place.name, url: place.origin },
    ...(material.file ? { encoding: { '@type': 'MediaObject', contentUrl: place.origin + material.href, encodingFormat: material.file.mimeType } } : {}),
    ...reviewData(material.review),
  };
}
