import { APIError, type FieldHook } from 'payload';
import { isLocale } from '../library/locales.ts';
import { reservedSlugs } from '../library/sections.ts';

/** Lower-case ASCII words joined by hyphens: 'Recaída: ¿y ahora?' becomes 'recaida-y-ahora'. */
export function slugify(text: string): string {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}

/**
 * Keeps a written slug and makes one from `source` where there is none; an empty draft has none at all. A made slug that is taken gets a number, a written
 * one that is taken is refused by the unique index with the field's name.
 */
export const slugFrom = (source: string): FieldHook => async ({ collection, data, originalDoc, req, value }) => {
  const written = typeof value === 'string' ? slugify(value) : '';
  if (written && reservedSlugs.has(written)) {
    throw new APIError(`The address “${written}” belongs to a part of the site. Choose another one in the field Address (slug).`, 400, undefined, true);
  }
  if (written) return written;
  const title: unknown = data?.[source];
  const base = typeof title === 'string' ? slugify(title) : '';
  if (!base || !collection) return null;
  const locale = isLocale(req.locale) ? req.locale : undefined;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (reservedSlugs.has(candidate)) continue;
    const { docs } = await req.payload.find({
      collection: collection.slug as 'articles', where: { slug: { equals: candidate } }, ...(locale ? { locale } : {}), depth: 0, limit: 2, trash: true, pagination: false, req,
    });
    if (docs.every((doc) => doc.id === originalDoc?.id)) return candidate;
  }
};
