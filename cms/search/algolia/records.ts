import type { AlgoliaRecord } from '../../library/algolia.ts';
import type { SearchDocument, SearchSection } from '../../library/searchDocuments.ts';

/** Algolia refuses records over 10 KB on its smaller plans. In bytes of the JSON that is sent. https://support.algolia.com/hc/en-us/articles/4406981897617 */
const recordLimit = 9_900;

/** What the names of a document may take of a record, so that there is always room for its words. */
const namesLimit = 3_000;

/** One record a section, and more where a section is long. The first holds the summary and how many there are. */
export function toAlgoliaRecords(document: SearchDocument): [AlgoliaRecord, ...AlgoliaRecord[]] {
  const docId = docIdOf(document);
  const { path, kind, lang, stages, audience } = document;
  const title = clipped(document.title);
  const topics = asManyAsFit(document.topics, 1_000);
  const alsoCalled = asManyAsFit(document.alsoCalled, namesLimit);
  const record = (section: SearchSection, position: number): AlgoliaRecord => ({
    objectID: objectIdOf(docId, position),
    docId,
    path,
    kind,
    lang,
    title,
    heading: clipped(section.heading),
    // Half an anchor leads nowhere; without one the hit leads to the page.
    anchor: section.anchor.length > 500 ? '' : section.anchor,
    alsoCalled,
    content: section.text,
    topics,
    stages,
    audience,
    position,
  });
  const room = (section: SearchSection) => recordLimit - bytesOf({ ...record({ ...section, text: '' }, 100_000), records: 100_000 });
  const [first = summaryOf(document), ...rest] = [summaryOf(document), ...document.sections].flatMap((section) => split(section, room(section)));
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

/** A section in parts of at most `limit` bytes, cut between words where there are any. */
function split(section: SearchSection, limit: number): SearchSection[] {
  if (bytesOf(section.text) <= limit) return [section];
  const parts: string[] = [];
  let [start, end, bytes] = [0, 0, 0];
  for (const { 0: piece, index } of section.text.matchAll(/\S{1,200}\s{0,200}/gu)) {
    const size = bytesOf(piece);
    if (bytes + size > limit && end > start) {
      parts.push(section.text.slice(start, end).trimEnd());
      [start, bytes] = [end, 0];
    }
    bytes += size;
    end = index + piece.length;
  }
  parts.push(section.text.slice(start).trimEnd());
  return parts.map((text) => ({ ...section, text }));
}

function asManyAsFit(words: readonly string[], limit: number): string[] {
  let bytes = 0;
  return words.filter((word) => {
    bytes += bytesOf(word) + 1;
    return bytes <= limit;
  });
}

/** Longer names than anybody writes. */
function clipped(name: string): string {
  return name.length > 500 ? `${[...name].slice(0, 499).join('')}…` : name;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
