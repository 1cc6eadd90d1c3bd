import type { PublicCollection } from './sections.ts';
import type { CrisisKind } from './types.ts';

/** Document ids are numbers on SQLite and strings on MongoDB; on this side of the line an id is an opaque string. */
export type Id = string;

/** Points at a document of the library, published or not: whoever shows it asks whether it may be linked. */
export interface DocumentRef {
  collection: PublicCollection;
  id: Id;
}

export type Inline =
  | { type: 'text'; text: string; bold?: true; italic?: true }
  | { type: 'break' }
  | { type: 'link'; to: DocumentRef; children: Inline[] }
  | { type: 'outwardLink'; url: string; children: Inline[] };

export interface ListItem {
  children: Inline[];
  /** A list inside this item. */
  list?: Extract<Block, { type: 'list' }>;
}

/** Rich text as plain data: what the editor wrote, parsed once, without a trace of the editor's own format. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; anchor: string; children: Inline[] }
  /** `boxes`: each item stands beside a box to check on paper. */
  | { type: 'list'; ordered: boolean; boxes?: true; items: ListItem[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'picture'; media: Id }
  | { type: 'callout'; tone: 'note' | 'warning' | 'emergency'; title: string; body: Block[] }
  | { type: 'whatYouCanSay'; title: string; say: string[]; avoid: string[] }
  | { type: 'steps'; title: string; steps: { title: string; body: Block[] }[] }
  | { type: 'termNote'; term: Id }
  | { type: 'faqGroup'; title: string; faqs: Id[] }
  | { type: 'materialNote'; material: Id }
  | { type: 'video'; title: string; url: string; transcript: Block[] }
  /** Room to write by hand, `lines` high, under each label, or without one. */
  | { type: 'writingLines'; labels: string[]; lines: number }
  /** A row a weekday, to fill in by hand. */
  | { type: 'weekPlanner'; columns: string[] }
  /** The first cell of each row is its heading; an empty cell is room to write. */
  | { type: 'table'; columns: string[]; rows: string[][] }
  /** To cut out and keep, with room to write beside each label. */
  | { type: 'card'; title: string; body: Block[]; labels: string[] }
  /** The program's numbers for these dangers, or for all where none is named; 911 first. */
  | { type: 'crisisNumbers'; kinds: CrisisKind[] };

export type RichText = Block[];
