import type { SearchDocument } from '../../library/searchDocuments.ts';

/**
 * A document as a page for Pagefind to read: headings carry the anchors of the real page, so that a hit can lead to its section.
 * Filters and meta keep the field names of SearchDocument. https://pagefind.app/docs/metadata/
 */
export function toPagefindHtml(document: SearchDocument): string {
  return [
    `<!doctype html><html lang="${document.locale}"><body>`,
    ...filter('kind', [document.kind]),
    ...filter('topics', document.topics),
    ...filter('stages', document.stages),
    ...filter('audience', document.audience),
    // As meta alone, so that an excerpt does not begin with the title again.
    ...meta('title', document.title),
    ...meta('kind', document.kind),
    ...meta('lang', document.lang),
    ...meta('alsoCalled', document.alsoCalled.join(', ')),
    ...paragraphs(document.summary),
    ...document.sections.flatMap((section) => [
      ...(section.heading ? [`<h2 id="${escaped(section.anchor)}">${escaped(section.heading)}</h2>`] : []),
      ...paragraphs(section.text),
    ]),
    '</body></html>',
  ].join('\n');
}

function filter(name: string, values: readonly string[]): string[] {
  return values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escaped(value)}">`);
}

function meta(name: string, value: string): string[] {
  return value ? [`<meta data-pagefind-meta="${name}[content]" content="${escaped(value)}">`] : [];
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${escaped(line)}</p>`);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
