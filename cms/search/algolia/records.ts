import type { AlgoliaRecord } from '../../library/algolia.ts';
import type { SearchDocument, SearchSection } from '../../library/searchDocuments.ts';

/** Algolia refuses records over 10 KB on its smaller plans; what stands beside the content needs room too. In bytes of UTF-8. */
const contentLimit = 6_000;

/** One record a section, and more where a section is long. The first holds the summary and how many there are. */
export function toAlgoliaRecords(document: SearchDocument): [AlgoliaRecord, ...AlgoliaRecord[]] {
  const docId = docIdOf(document);
  const [first = summaryOf(document), ...rest] = [summaryOf(document), ...document.sections].flatMap(split);
  const { path, kind, lang, title, alsoCalled, topics, stages, audience } = document;
  const record = (section: SearchSection, position: number): AlgoliaRecord => ({
    objectID: objectIdOf(docId, position),
    docId,
    path,
    kind,
    lang,
    title,
    heading: section.heading,
    anchor: section.anchor,
    alsoCalled,
    content: section.text,
    topics,
    stages,
    audience,
    position,
  });
  return [{ ...record(first, 0), records: rest.length + 1 }, ...rest.map((section, index) => record(section, index + 1))];
}

export function docIdOf({ ref, locale }: Pick<SearchDocument, 'ref' | 'locale'>): string {
  return `${ref.collection}:${ref.id}:${locale}`;
}

export function objectIdOf(docId: string, position: number): string {
  return `${docId}#${position}`;
}

function summaryOf(document: SearchDocument): SearchSection {
  return { heading: '', anchor: '', text: document.summary };
}

function split(section: SearchSection): SearchSection[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of section.text.match(/\S+\s*/g) ?? []) {
    if (part && Buffer.byteLength(part + piece) > contentLimit) {
      parts.push(part.trimEnd());
      part = '';
    }
    part += piece;
  }
  parts.push(part.trimEnd());
  return parts.map((text) => ({ ...section, text }));
}
