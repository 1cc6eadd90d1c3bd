import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSeed } from '../../seed/readSeed.ts';
import { inLanguage, localesIn } from '../../seed/tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-seed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
const topic = '- key: rest\n  order: 1\n  en: { title: Rest, summary: Sleep. }\n  es: { title: Descanso, summary: Dormir. }\n';
const guide = {
  'topics.yaml': topic,
  'articles/sleep/shared.yaml': 'topics: [rest]\nsources: [{ title: A study, url: "https://example.org" }]\n',
  'articles/sleep/en.md': '---\ntitle: Sleep\nsummary: A night.\n---\n:::steps\n### Dim the light\nSoon.\n:::\n',
  'articles/sleep/es.md': '---\ntitle: Dormir\nsummary: Una noche.\n---\nHola.\n',
};

describe('the sample library in this package', () => {
  test('is complete: every document is there in both languages, and everything it names exists', async () => {
    const { documents, globals } = await readSeed();
    expect(documents.filter((document) => localesIn(document.data).length !== 2).map((document) => document.key)).toEqual([]);
    expect(globals.map((global) => global.slug)).toEqual(['program', 'searchSettings']);
  });
});

describe('content files are read', () => {
  test('shared fields go with each language, and documents are named by their ids', async () => {
    await write(guide);
    const { documents } = await readSeed(folder);
    const article = documents.find((document) => document.key === 'articles/sleep');
    const spanish = inLanguage(article?.data ?? {}, 'es', (key) => `id of ${key}`);
    expect(spanish).toMatchObject({ title: 'Dormir', topics: ['id of topics/rest'], sources: [{ title: 'A study' }] });
  });

  test('a list may be spread over the files of a folder', async () => {
    await write({ 'topics/a.yaml': topic, 'topics/b.yaml': topic.replace('rest', 'work') });
    expect((await readSeed(folder)).documents.map((document) => document.key)).toEqual(['topics/rest', 'topics/work']);
  });

  test('rows keep the same id in both languages and at every reading', async () => {
    await write(guide);
    const rows = async (locale: 'en' | 'es') => {
      const article = (await readSeed(folder)).documents.find((document) => document.key === 'articles/sleep');
      return (inLanguage(article?.data ?? {}, locale, (key) => key) as { sources: { id: string }[] }).sources.map((source) => source.id);
    };
    expect(await rows('en')).toEqual(await rows('es'));
    expect(await rows('en')).toEqual([expect.stringMatching(/^[0-9a-f]{24}$/)]);
  });

  test('a language that was not written has no data at all', async () => {
    await write({ 'topics.yaml': '- key: rest\n  en: { title: Rest, summary: Sleep. }\n' });
    const [document] = (await readSeed(folder)).documents;
    expect(localesIn(document?.data ?? {})).toEqual(['en']);
  });
});

describe('mistakes are all told at once, each with its file', () => {
  test.each([
    ['a field that does not exist', { 'topics.yaml': `${topic}  colour: red\n` }, /topics\.yaml, rest:.*colour/s],
    ['a document that does not exist', { ...guide, 'articles/sleep/shared.yaml': 'topics: [work]\n' }, /articles\/sleep: it names topics\/work/],
    ['a key used twice', { 'topics.yaml': topic + topic }, /the key topics\/rest is taken/],
    [
      'a text with an unknown block',
      { ...guide, 'articles/sleep/es.md': '---\ntitle: D\nsummary: S\n---\n:::box\n:::\n' },
      /articles\/sleep:.*There is no block called "box"/s,
    ],
    [
      'a file that is not there',
      { 'materials.yaml': '- key: card\n  en: { title: Card, summary: S., file: card.pdf }\n' },
      /materials\.yaml, card: it names files\/card\.pdf/,
    ],
    [
      'a kit that holds a page, which the CMS does not take',
      { 'kits.yaml': '- key: first\n  items: [{ document: pages/privacy }]\n  en: { title: First, intro: Read. }\n' },
      /kits\.yaml, first:.*A kit holds/s,
    ],
    ['a stage that does not exist', { ...guide, 'articles/sleep/shared.yaml': 'stage: later\n' }, /articles\/sleep:.*stage/s],
  ])('%s', async (_what, files, message) => {
    await write(files as Record<string, string>);
    await expect(readSeed(folder)).rejects.toThrow(message);
  });

  test('two mistakes in two files', async () => {
    await write({ 'topics.yaml': `${topic}  colour: red\n`, 'people.yaml': '- key: ana\n  en: { role: Nurse }\n' });
    await expect(readSeed(folder)).rejects.toThrow(/topics\.yaml, rest[\s\S]*people\.yaml, ana/);
  });
});
