import { inlineText } from '../../cms/library/plainText.ts';
import type { Block, RichText } from '../../cms/library/richText.ts';
import type { AnyDocument, Media, Program, SearchSettings } from '../../cms/library/types.ts';
import { publishedLibrary } from '../../seed/publishedLibrary.ts';
import type { Key } from '../../seed/tree.ts';

/** The sample library as families will read it, by the keys that its content files use as ids. */
export interface SampleLibrary {
  documents: { key: Key; document: AnyDocument }[];
  media: Media[];
  program: Program;
  search: SearchSettings;
}

/** Reads the content files as the CMS and the press would, without either: ids are keys. */
export async function sampleLibrary(): Promise<SampleLibrary> {
  const { documents, media, program, search } = await publishedLibrary();
  return {
    documents: Object.values(documents).flatMap((ofKind) => [...ofKind.values()].map((document) => ({ key: document.id as Key, document }))),
    media: [...media.values()],
    program,
    search,
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
    case 'writingLines':
      return block.labels.map((text): Passage => ({ kind: 'item', text }));
    case 'weekPlanner':
      return block.columns.flatMap(heading);
    case 'table':
      return [...block.columns.flatMap(heading), ...block.rows.flat().flatMap((text): Passage[] => (text ? [{ kind: 'item', text }] : []))];
    case 'card':
      return [...heading(block.title), ...passagesOf(block.body), ...block.labels.map((text): Passage => ({ kind: 'item', text }))];
    case 'video':
      return [...heading(block.title), ...passagesOf(block.transcript)];
    case 'faqGroup':
      return heading(block.title);
    default:
      return [];
  }
}
