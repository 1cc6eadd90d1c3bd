import type { Locale } from '../../../cms/library/locales.ts';
import { namesFile, pagefindFolder, vocabularyFile } from '../../../cms/library/pagefindFiles.ts';
import { namesRead, type SearchNames } from '../../../cms/library/searchNames.ts';
import { decoded, type Vocabulary } from '../../../cms/library/vocabulary.ts';
import { openEngine } from './engine.ts';
import type { OwnIndex } from './findPages.ts';
import { nameScores } from './nameScores.ts';

/** Opens the index of this name, which never changes. */
export async function openIndex(index: string, locale: Locale): Promise<OwnIndex> {
  const [engine, names] = await Promise.all([openEngine(index), fetchNames(index, locale)]);
  let vocabulary: Promise<Vocabulary> | undefined;
  return {
    locale,
    engine,
    names: nameScores(names, locale),
    vocabulary() {
      vocabulary ??= fetchVocabulary(index).catch((error: unknown) => {
        vocabulary = undefined;
        throw error;
      });
      return vocabulary;
    },
  };
}

export async function fetchNames(index: string, locale: Locale): Promise<SearchNames> {
  return namesRead(await fetchText(index, namesFile), locale);
}

async function fetchVocabulary(index: string): Promise<Vocabulary> {
  return decoded(await fetchText(index, vocabularyFile));
}

async function fetchText(index: string, file: string): Promise<string> {
  const response = await fetch(`/${pagefindFolder}/${index}/${file}`);
  if (!response.ok) throw new Error(`Not there: ${response.status} ${response.url}`);
  return response.text();
}
