import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SearchDocument, toSearchDocument } from '../../cms/library/searchDocuments.ts';
import { batches } from '../../cms/search/algolia/batches.ts';
import { toAlgoliaRecords } from '../../cms/search/algolia/records.ts';
import { toPagefindHtml } from '../../cms/search/pagefind/html.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const document = toSearchDocument(fixtureLibrary(), { collection: 'articles', id: 'a1' }, 'en') as SearchDocument;

describe('Algolia records', () => {
  test('are the summary and then one a section, numbered, the first saying how many there are', () => {
    const records = toAlgoliaRecords(document);
    expect(records.map((record) => record.objectID)).toEqual(records.map((_, index) => `articles:a1:en#${index}`));
    expect(records[0]).toMatchObject({ content: document.summary, records: records.length, anchor: '' });
    expect(records.slice(1).map((record) => record.anchor)).toEqual(document.sections.map((section) => section.anchor));
    expect(records.slice(1).every((record) => record.records === undefined)).toBe(true);
  });

  test('of a long section stay under 10 KB and lose no word', () => {
    const text = 'más '.repeat(12_000).trim();
    const records = toAlgoliaRecords({ ...document, sections: [{ heading: 'Long', anchor: 'long', text }] });
    expect(Math.max(...records.map((record) => Buffer.byteLength(JSON.stringify(record))))).toBeLessThan(10_000);
    expect(
      records
        .slice(1)
        .map((record) => record.content)
        .join(' '),
    ).toBe(text);
  });

  test('stay under 10 KB whatever staff write, and lose no word', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\n', '\u0007', 'ñ', '👩‍👧', 'العربية', '<b>'), maxLength: 20_000, size: 'max' });
    const names = fc.array(fc.string({ maxLength: 300, size: 'max' }), { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(words, words, names, fc.string({ unit: 'grapheme', maxLength: 3_000, size: 'max' }), (text, summary, alsoCalled, heading) => {
        const written = { ...document, title: heading, summary, alsoCalled, topics: alsoCalled, sections: [{ heading, anchor: heading, text }] };
        const records = toAlgoliaRecords(written);
        for (const record of records) expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(10_000);
        const letters = (all: string) => all.replace(/\s/g, '');
        expect(letters(records.map(({ content }) => content).join(''))).toBe(letters(summary + text));
      }),
      { numRuns: 30 },
    );
  });

  test('of one document never go out in two calls', () => {
    const request = (count: number) => Array.from({ length: count }, () => ({ action: 'deleteObject' as const, body: {} }));
    expect(batches([request(600), request(300), request(200), [], request(900)]).map((call) => call.length)).toEqual([900, 200, 900]);
  });
});

describe('a page for Pagefind', () => {
  test('keeps the anchors of the sections', () => {
    expect(toPagefindHtml(document)).toContain('<h2 id="why-it-helps">Why it helps both of you</h2>');
  });

  test('holds what staff wrote as text, never as markup', () => {
    const html = toPagefindHtml({
      ...document,
      title: '"><script>',
      summary: '<img src=x>',
      topics: ['"&<'],
      sections: [{ heading: '<b>', anchor: 'x"y', text: '</p><script>' }],
    });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain('content="&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('id="x&quot;y"');
  });
});
