import type { FieldHook, PayloadRequest, Where } from 'payload';
import { said } from '../fields/said.ts';
import { defaultLocale, isLocale, type Locale, locales } from '../library/locales.ts';
import { reservedSlugs } from '../library/reservedSlugs.ts';
import { isPublicCollection } from '../library/sections.ts';
import { refuse } from './refuse.ts';
import { takenFrom } from './takenAddress.ts';

/** Lower-case ASCII words joined by hyphens: 'Recaída: ¿y ahora?' becomes 'recaida-y-ahora'. */
function slugify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/**
 * Keeps a written slug and makes one from `source` where there is none. Until a language of a document has had a public address, its made slug follows
 * the title, so that an autosave of half a title does not stay. An empty draft has no slug at all. A made slug that is taken, or that was once another
 * document's, gets a number; a written one that is taken or belongs to the site is refused, with the field's name. Drafts and the trash count: what comes
 * back must not collide.
 */
export const slugFrom =
  (source: string): FieldHook =>
  async ({ collection, data, originalDoc, req, value }) => {
    if (!collection) return value;
    const written = typeof value === 'string' ? slugify(value) : '';
    const own = { collection: collection.slug, locale: isLocale(req.locale) ? req.locale : defaultLocale, id: originalDoc?.id };
    const title = textIn(data?.[source]);
    const before = textIn(originalDoc?.[source]);
    const unchanged = Boolean(written) && written === originalDoc?.slug;
    const followsTitle = unchanged && madeFrom(before, written) && title !== before && !(await hadAddress(req, own));
    if (unchanged && !followsTitle) return written;
    if (written && !followsTitle) {
      const message = reservedSlugs.has(written) ? ofTheSite(written) : (await isTaken(req, own, written)) ? ofAnother(written) : undefined;
      if (message) refuse(req, [{ path: 'slug', message }], { collection: collection.slug });
      return written;
    }
    const base = slugify(title);
    // Not null: MongoDB's unique index would take two documents without an address for two with the same one.
    if (!base) return undefined;
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? base : `${base}-${number}`;
      if (!reservedSlugs.has(candidate) && !(await isTaken(req, own, candidate)) && !(await leadsElsewhere(req, own, candidate))) return candidate;
    }
  };

const ofTheSite = (slug: string) =>
  said(`“${slug}” belongs to a part of the site. Choose another address.`, `“${slug}” pertenece a una parte del sitio. Elija otra dirección.`);
const ofAnother = (slug: string) =>
  said(`“${slug}” is the address of another document. Choose another one.`, `“${slug}” es la dirección de otro documento. Elija otra.`);

interface Own {
  collection: string;
  locale: Locale;
  id: number | string | undefined;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function madeFrom(title: string, slug: string): boolean {
  const base = slugify(title);
  return base !== '' && (slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1))));
}

/** Whether another document has it, in whichever language: until a text is translated, its page stands at the same slug in the other one. */
async function isTaken(req: PayloadRequest, { collection, locale, id }: Own, slug: string): Promise<boolean> {
  for (const draft of [false, true]) {
    const others: Where[] = id === undefined ? [] : [{ id: { not_equals: id } }];
    const where: Where = { and: [{ or: locales.map((each) => ({ [`slug.${each}`]: { equals: slug } })) }, ...others] };
    const found = await req.payload.find({
      collection: collection as 'articles',
      where,
      locale,
      draft,
      trash: true,
      depth: 0,
      limit: 1,
      pagination: false,
      req,
    });
    if (found.docs.length > 0) return true;
  }
  return false;
}

/** Links to an address that another document had go on to lead to that one, unless an editor takes it knowingly. */
async function leadsElsewhere(req: PayloadRequest, own: Own, slug: string): Promise<boolean> {
  const { collection } = own;
  return isPublicCollection(collection) && (await takenFrom(req, { ...own, collection, slug })) !== undefined;
}

async function hadAddress(req: PayloadRequest, { collection, locale, id }: Own): Promise<boolean> {
  if (id === undefined) return false;
  const where: Where = { documentCollection: { equals: collection }, documentId: { equals: String(id) }, locale: { equals: locale } };
  return (await req.payload.count({ collection: 'addresses', where, req })).totalDocs > 0;
}
