import type { Locale } from '../../../cms/library/locales.ts';
import type { LibraryReader } from '../../../cms/library/queries/index.ts';
import type { Block, Inline } from '../../../cms/library/richText.ts';

/** A rich text as Markdown, for Hugo. What Markdown has no mark for stands as a quotation. */
export function markdownOf(blocks: readonly Block[], locale: Locale, reader: LibraryReader): string {
  return blocks.map((block) => `${textOf(block, locale, reader)}\n\n`).join('');
}

function textOf(block: Block, locale: Locale, reader: LibraryReader): string {
  const inner = (blocks: readonly Block[]) => markdownOf(blocks, locale, reader);
  const line = (children: readonly Inline[]) => inline(children, locale, reader);
  const named = (collection: 'terms' | 'faqs' | 'materials', id: string) => {
    const link = reader.ask('link', locale, { collection, id });
    return link ? `[${link.title}](${link.path})` : '';
  };
  switch (block.type) {
    case 'paragraph':
      return line(block.children);
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.children)}`;
    case 'list':
      return block.items.map((item) => `- ${line(item.children)}`).join('\n');
    case 'quote':
      return `> ${line(block.children)}`;
    case 'callout':
      return quoted(`**${block.title}**\n\n${inner(block.body)}`);
    case 'whatYouCanSay':
      return quoted([...block.say, ...block.avoid].map((words) => `- ${words}`).join('\n'));
    case 'steps':
      return block.steps.map((step) => `### ${step.title}\n\n${inner(step.body)}`).join('');
    case 'termNote':
      return `${named('terms', block.term)}: ${reader.ask('termPage', locale, block.term)?.meaning ?? ''}`;
    case 'faqGroup':
      return block.faqs.map((id) => `- ${named('faqs', id)}`).join('\n');
    case 'materialNote':
      return named('materials', block.material);
    case 'writingLines':
      return block.labels.map((label) => `- ${label}`).join('\n');
    case 'weekPlanner':
      return block.columns.join(' · ');
    case 'table':
      return [block.columns, ...block.rows].map((cells) => `- ${cells.join(' · ')}`).join('\n');
    case 'card':
      return quoted(`**${block.title}**\n\n${inner(block.body)}`);
    case 'picture':
    case 'crisisNumbers':
      return '';
    case 'video':
      return `[${block.title}](${block.url})\n\n${inner(block.transcript)}`;
  }
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}

function inline(children: readonly Inline[], locale: Locale, reader: LibraryReader): string {
  return children
    .map((child) => {
      if (child.type === 'break') return '  \n';
      if (child.type === 'text') return child.bold ? `**${child.text}**` : child.text;
      const words = inline(child.children, locale, reader);
      const to = child.type === 'link' ? reader.ask('link', locale, child.to)?.path : child.url;
      return to ? `[${words}](${to})` : words;
    })
    .join('');
}
