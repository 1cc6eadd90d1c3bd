import type { CollectionBeforeChangeHook, FlattenedField } from 'payload';
import { type Said, said } from '../fields/said.ts';
import { locales } from '../library/locales.ts';
import { inLanguage, newestTexts, publishesEveryLanguage } from './everyLanguage.ts';
import { refuse } from './refuse.ts';

/** Publishes all languages at once only where each is written: Payload looks at the one on the screen and would let families read half of the other. */
export const finishedInEach: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (originalDoc?.id === undefined || !publishesEveryLanguage(data, originalDoc)) return data;
  const texts = await newestTexts(req, collection.slug, originalDoc.id);
  const missing = locales
    .filter((locale) => locale !== req.locale)
    .flatMap((locale) =>
      collection.flattenedFields
        .filter(isNeeded)
        .filter(({ name }) => isEmpty(inLanguage(texts[name], locale)))
        .map((field) => ({ locale, field })),
    );
  if (missing.length === 0) return data;
  const mistakes = missing.map(({ locale, field }) => ({ path: field.name, message: unfinished[locale] }));
  return refuse(req, mistakes, { collection: collection.slug });
};

const isNeeded = (field: FlattenedField) => 'required' in field && field.required === true && 'localized' in field && field.localized === true;
const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const unfinished: Record<(typeof locales)[number], Said> = {
  en: said(
    'The English text has none of this yet. Publish in Spanish alone, or write it in English first.',
    'Al texto en inglés le falta esto. Publique solo en español, o escríbalo primero en inglés.',
  ),
  es: said(
    'The Spanish text has none of this yet. Publish in English alone, or write it in Spanish first.',
    'Al texto en español le falta esto. Publique solo en inglés, o escríbalo primero en español.',
  ),
};
