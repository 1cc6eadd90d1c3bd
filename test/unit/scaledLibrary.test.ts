import { expect, test } from 'vitest';
import { scaledLibrary } from '../support/scaledLibrary.ts';

test('a made-up library in memory has every document in both languages, and each reference leads to another one', () => {
  const { documents } = scaledLibrary(200);
  const made = Object.values(documents).flatMap((map) =>
    [...(map as ReadonlyMap<string, { code: string; text: object }>).values()].filter(({ code }) => code.length === 7),
  );
  expect(made).toHaveLength(200);
  for (const { text } of made) expect(Object.keys(text)).toEqual(['en', 'es']);
  for (const { related, topics } of documents.articles.values()) {
    for (const { collection, id } of related) expect(documents[collection].has(id)).toBe(true);
    for (const id of topics) expect(documents.topics.has(id)).toBe(true);
  }
});
