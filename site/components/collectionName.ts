import type { PublicCollection } from '../../cms/library/sections.ts';
import type { Messages } from '../i18n/messages.ts';

/** The name of a section, as families read it. */
export function collectionName(t: Messages, collection: PublicCollection): string {
  const names: Record<PublicCollection, string> = {
    articles: t.guides,
    topics: t.topics,
    faqs: t.questions,
    terms: t.glossary,
    workshops: t.workshops,
    materials: t.materials,
    kits: t.kits,
    pages: t.aboutThisSite,
  };
  return names[collection];
}
