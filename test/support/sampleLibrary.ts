import { documentFrom, Fields, mediaFrom, programFrom, searchSettingsFrom } from '../../cms/library/parse/index.ts';
import { inlineText } from '../../cms/library/plainText.ts';
import type { Block, RichText } from '../../cms/library/richText.ts';
import { isPublicCollection } from '../../cms/library/sections.ts';
import type { AnyDocument, Media, Program, SearchSettings } from '../../cms/library/types.ts';
import { publishedRow } from '../../seed/publishedRow.ts';
import { readSeed } from '../../seed/readSeed.ts';
import { inEveryLanguage, type Key } from '../../seed/tree.ts';

/** The sample library as families will read it, by the keys that its content files use as ids. */
export interface SampleLibrary {
  documents: { key: Key; document: AnyDocument }[];
  media: Media[];
  program: Program;
  search: SearchSettings;
}

const at = '2026-11-23T12:00:00.000Z';

/** Reads the content files as the CMS and the press would, without either: ids are keys. */
export async function sampleLibrary(): Promise<SampleLibrary> {
  const seed = await readSeed();
  const idOf = (key: Key) => key;
  const files = new Map(
    [...seed.files.values()].map((file) => {
      const id = `files/${file.name}`;
      return [id, { id, filename: file.name, mimeType: '', bytes: 0, sha256: file.sha256 }];
    }),
  );
  const rows = seed.documents.map(({ key, collection, data }) => {
    const row = publishedRow({ data }, idOf, at);
    const name = key.slice(key.indexOf('/') + 1);
    // What has no slug of its own gets one from its title in the CMS.
    const slug = { en: name, es: name, ...(row.slug as object | undefined) };
    return { key, collection, row: { id: key, code: 'bcdfgh', ...row, slug } };
  });
  const global = (slug: string) => {
    const found = seed.globals.find((one) => one.slug === slug);
    if (!found) throw new Error(`The sample library has no ${slug}.`);
    return new Fields(inEveryLanguage(found.data, idOf));
  };
  return {
    documents: rows.flatMap(({ key, collection, row }) =>
      isPublicCollection(collection) ? [{ key, document: documentFrom(collection, row, { beside: { files, calendars: new Map() } }) as AnyDocument }] : [],
    ),
    media: rows.flatMap(({ collection, row }) => (collection === 'media' ? [mediaFrom(new Fields(row), 'published', { files, calendars: new Map() })] : [])),
    program: programFrom(global('program')),
    search: searchSettingsFrom(global('searchSettings')),
  };
}

/** A piece of text and what it is to the reader. Only `prose` is whole sentences of the library's own voice. */
export interface Passage {
  kind: 'prose' | 'heading' | 'item' | 'say' | 'avoid';
  text: string;
}

export function passagesOf(blocks: RichText): Passage[] {
  return blocks.flatMap(passagesIn);
}

function passagesIn(block: Block): Passage[] {
  const heading = (text: string): Passage[] => (text ? [{ kind: 'heading', text }] : []);
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return [{ kind: 'prose', text: inlineText(block.children) }];
    case 'heading':
      return heading(inlineText(block.children));
    case 'list':
      return block.items.flatMap(({ children, list }): Passage[] => [{ kind: 'item', text: inlineText(children) }, ...(list ? passagesIn(list) : [])]);
    case 'callout':
      return [...heading(block.title), ...passagesOf(block.body)];
    case 'whatYouCanSay':
      return [
        ...heading(block.title),
        ...block.say.map((text): Passage => ({ kind: 'say', text })),
        ...block.avoid.map((text): Passage => ({ kind: 'avoid', text })),
      ];
    case 'steps':
      return [...heading(block.title), ...block.steps.flatMap((step) => [...heading(step.title), ...passagesOf(step.body)])];
    case 'video':
      return [...heading(block.title), ...passagesOf(block.transcript)];
    case 'faqGroup':
      return heading(block.title);
    default:
      return [];
  }
}
