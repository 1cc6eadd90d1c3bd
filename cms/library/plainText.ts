import type { Block, Inline } from './richText.ts';

export function inlineText(children: readonly Inline[]): string {
  return children.map((child) => (child.type === 'text' ? child.text : child.type === 'break' ? ' ' : inlineText(child.children))).join('');
}

/** The words of a rich text in reading order, a line a paragraph; what a reader hears, without the documents that it points at. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(textOf).filter(Boolean).join('\n');
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children);
    case 'list':
      return block.items.map((item) => [inlineText(item.children), item.list ? textOf(item.list) : ''].filter(Boolean).join('\n')).join('\n');
    case 'callout':
      return [block.title, plainText(block.body)].filter(Boolean).join('\n');
    case 'whatYouCanSay':
      return [block.title, ...block.say, ...block.avoid].filter(Boolean).join('\n');
    case 'steps':
      return [block.title, ...block.steps.flatMap((step) => [step.title, plainText(step.body)])].filter(Boolean).join('\n');
    case 'faqGroup':
      return block.title;
    case 'video':
      return [block.title, plainText(block.transcript)].filter(Boolean).join('\n');
    case 'writingLines':
      return block.labels.join('\n');
    case 'weekPlanner':
      return block.columns.join('\n');
    case 'table':
      return [block.columns, ...block.rows].map((cells) => cells.filter(Boolean).join(' · ')).join('\n');
    case 'card':
      return [block.title, plainText(block.body), ...block.labels].filter(Boolean).join('\n');
    case 'picture':
    case 'termNote':
    case 'materialNote':
    case 'crisisNumbers':
      return '';
  }
}

/** Whole minutes at 200 words a minute, a slow reader's pace; at least 1. */
export function minutesToRead(blocks: readonly Block[]): number {
  return Math.max(1, Math.round(plainText(blocks).split(/\s+/).filter(Boolean).length / 200));
}
