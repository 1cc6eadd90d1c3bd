import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sitePages } from '../../cms/library/pages.ts';
import type { Article, Library } from '../../cms/library/types.ts';
import { addressesByDocument } from '../../cms/library/updateLibrary.ts';
import { buildPress, openPress, openPrinter } from '../../site/press/index.ts';
import { openRecordView } from '../../site/press/record.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { createTestPress, type TestPress } from '../support/press.ts';

let one: TestPress;
const guide = '/en/guides/setting-a-boundary/';
const formerly = { locale: 'en', since: '2026-11-01T00:00:00.000Z' } as const;

beforeAll(async () => {
  one = await createTestPress();
});
afterAll(() => one.close());

/** Every file under a folder with the hash of its bytes. */
async function contents(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [
        relative(dir, file),
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ]),
    ),
  );
}

function page(path: string, outDir = one.outDir): Promise<string> {
  return readFile(join(outDir, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

/** The fixture library with one guide changed, or taken away. */
function withGuide(id: string, change: ((guide: Article) => Article) | 'withdrawn'): Library {
  const library = fixtureLibrary();
  const articles = new Map(library.documents.articles);
  if (change === 'withdrawn') articles.delete(id);
  else articles.set(id, change(articles.get(id)!));
  return { ...library, documents: { ...library.documents, articles } };
}

const retitled = withGuide('a1', (article) => ({ ...article, text: { ...article.text, en: { ...article.text.en!, title: 'A line you can hold' } } }));

describe('a full round', () => {
  beforeEach(async () => {
    await rm(one.outDir, { recursive: true, force: true });
    await rm(one.record, { force: true });
  });

  test('prints a file for every page of the library, without an error', async () => {
    const report = await one.print();
    expect(report.errors).toEqual([]);
    const missing = [];
    for (const path of sitePages(fixtureLibrary()).keys()) if (!(await page(path).catch(() => ''))) missing.push(path);
    expect(missing).toEqual([]);
    expect(report.pages).toBe(sitePages(fixtureLibrary()).size);
  });

  test('brings sitemap, robots, host files, handouts, pictures in their sizes, the neutral picture, styles and fonts', async () => {
    await one.print();
    const files = Object.keys(await contents(one.outDir));
    expect(files).toEqual(expect.arrayContaining(['404.html', '_headers', '_redirects', 'robots.txt', 'share.png', 'sitemap.xml', 'en/materials/mnpqrs.pdf']));
    for (const pattern of [
      /^media\/\w{64}-480\.avif$/,
      /^media\/\w{64}-1600\.webp$/,
      /^media\/\w{64}-share\.jpg$/,
      /^assets\/.+\.css$/,
      /^assets\/.+\.woff2$/,
    ]) {
      expect(
        files.filter((file) => pattern.test(file)),
        String(pattern),
      ).not.toEqual([]);
    }
  });

  test('writes nothing the second time', async () => {
    await one.print();
    const before = await stat(join(one.outDir, 'en/index.html'), { bigint: true });
    expect(await one.print()).toMatchObject({ written: [], removed: [], errors: [] });
    expect((await stat(join(one.outDir, 'en/index.html'), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  });

  test('after a change writes what names the document and leaves the rest, ending as a print from nothing would', async () => {
    await one.print();
    const { written } = await one.print({ library: retitled });
    expect(written).toEqual(expect.arrayContaining([guide, '/en/guides/']));
    expect(written).not.toContain('/en/help-now/');
    expect(await page(guide)).toContain('A line you can hold');
    const fromNothing = join(one.dir, 'from-nothing');
    await one.print({ library: retitled, outDir: fromNothing, record: undefined });
    expect(await contents(one.outDir)).toEqual(await contents(fromNothing));
  });

  test('prints documents before the lists that name them, then the sitemap', async () => {
    const { written } = await one.print();
    const at = (path: string) => written.indexOf(path);
    expect([at('/share.png'), at(guide), at('/en/guides/'), at('/sitemap.xml'), at('/_redirects')]).toEqual(
      [at('/share.png'), at(guide), at('/en/guides/'), at('/sitemap.xml'), at('/_redirects')].toSorted((a, b) => a - b),
    );
  });

  test('takes a withdrawn document away with its folder, its handouts and its lines in lists, and its address says gone', async () => {
    const lists = ['/en/guides/', '/en/', '/sitemap-articles-1.xml'];
    await one.print();
    for (const path of lists) expect(await page(path), path).toContain('setting-a-boundary');
    const address = { ...formerly, path: guide, document: { collection: 'articles', id: 'a1' }, code: 'bcdfgh', state: 'gone' } as const;
    const { removed } = await one.print({ library: { ...withGuide('a1', 'withdrawn'), addresses: addressesByDocument([address]) } });
    expect(removed).toEqual(expect.arrayContaining([guide, '/en/a/bcdfgh/', '/es/guias/poner-un-limite/']));
    await expect(stat(join(one.outDir, 'en/guides/setting-a-boundary'))).rejects.toThrow('ENOENT');
    for (const path of lists) expect(await page(path), path).not.toContain('setting-a-boundary');
    const view = openRecordView(one.record)!;
    expect([view.isGone(guide), view.isGone('/en/a/bcdfgh/')]).toEqual([true, true]);
    view.close();
  });

  test('no former address leads to a page before it stands, when a document is edited and then renamed at once', async () => {
    await one.print();
    const address = { ...formerly, path: guide, document: { collection: 'articles', id: 'a1' }, code: 'bcdfgh', state: 'moved' } as const;
    const former = '/en/guides/setting-limits/';
    const edited = withGuide('a1', (article) => ({
      ...article,
      text: { ...article.text, en: { ...article.text.en!, body: article.text.en!.body.toReversed() } },
    }));
    const renamed = withGuide('a1', (article) => ({ ...article, text: { ...article.text, en: { ...article.text.en!, slug: 'a-new-name' } } }));
    const printer = await openPrinter({ settings: fixtureSettings, press: one.press, ...one.places });
    printer.turn(fixtureLibrary());
    await printer.advance();
    printer.turn(edited);
    printer.turn({ ...renamed, addresses: addressesByDocument([address, { ...address, path: former }]) });
    const view = openRecordView(one.record)!;
    expect(view.redirect(former)?.target).toBe(guide);
    expect(await page(guide)).toContain('</html>');
    await printer.advance();
    expect([view.redirect(former)?.target, view.redirect(guide)?.target]).toEqual(['/en/guides/a-new-name/', '/en/guides/a-new-name/']);
    expect(await page('/en/guides/a-new-name/')).toContain('</html>');
    view.close();
    printer.close();
  });

  test('leads the former address of a renamed document to the new one', async () => {
    await one.print();
    const address = { ...formerly, path: guide, document: { collection: 'articles', id: 'a1' }, code: 'bcdfgh', state: 'moved' } as const;
    const renamed = withGuide('a1', (article) => ({ ...article, text: { ...article.text, en: { ...article.text.en!, slug: 'a-new-name' } } }));
    const { removed } = await one.print({ library: { ...renamed, addresses: addressesByDocument([address]) } });
    expect(removed).toEqual([guide]);
    const view = openRecordView(one.record)!;
    expect(view.redirect(guide)).toEqual({ target: '/en/guides/a-new-name/', status: 301 });
    expect(view.redirect('/en/a/bcdfgh/')).toEqual({ target: '/en/guides/a-new-name/', status: 302 });
    view.close();
    expect(await page('/_redirects')).toContain(`${guide} /en/guides/a-new-name/ 301`);
  });

  test('a document that cannot be printed is reported by name, gives way to an older version, and stops no other', async () => {
    await one.print();
    const broken = withGuide('a1', (article) => ({ ...article, sources: 'not a list' as never }));
    const older = { ...fixtureLibrary().documents.articles.get('a1')!, sources: [] };
    const library = { ...broken, program: { ...broken.program, name: 'A new name' } };
    const findStandIn = async (_broken: unknown, accept: (document: typeof older) => Promise<boolean>) => ((await accept(older)) ? older : undefined);
    const { errors, written } = await one.print({ library, findStandIn });
    expect(errors).toContainEqual({ path: guide, message: expect.stringContaining('could not be printed') });
    expect(errors.length).toBeLessThan(4);
    expect(await page(guide)).toContain('A new name');
    expect(written).toEqual(expect.arrayContaining(['/en/', '/en/guides/the-first-week/', '/es/ayuda-urgente/']));
    const fromNothing = join(one.dir, 'from-nothing-broken');
    await one.print({ library, findStandIn, outDir: fromNothing, record: undefined });
    expect(await contents(one.outDir)).toEqual(await contents(fromNothing));
  });

  test('a document of which no version can be printed is not shown at all', async () => {
    const broken = withGuide('a1', (article) => ({ ...article, sources: 'not a list' as never }));
    await one.print({ library: broken });
    await expect(page(guide)).rejects.toThrow('ENOENT');
    expect(await page('/en/guides/')).not.toContain(guide);
  });

  test('a picture or handout that is not there is reported and stops nothing', async () => {
    const { errors } = await one.print({ filesDir: join(one.dir, 'nothing'), picturesDir: join(one.dir, 'no-pictures') });
    expect(errors.map(({ path }) => path)).toContain('/en/materials/mnpqrs.pdf');
    expect(await page(guide)).toContain('</html>');
  });

  test('puts right whatever somebody did to the folder, but leaves the search index alone', async () => {
    await one.print();
    const before = await contents(one.outDir);
    await writeFile(join(one.outDir, 'en/index.html'), 'changed');
    await rm(join(one.outDir, 'es'), { recursive: true });
    await mkdir(join(one.outDir, 'en/stray/deep'), { recursive: true });
    await writeFile(join(one.outDir, 'en/stray/deep/file.html'), 'stray');
    await mkdir(join(one.outDir, 'pagefind'));
    await writeFile(join(one.outDir, 'pagefind/pagefind.js'), 'index');
    const { removed } = await one.print();
    expect(removed).toEqual(['/en/stray/deep/file.html']);
    expect(await contents(one.outDir)).toEqual({ ...before, 'pagefind/pagefind.js': expect.any(String) });
    await expect(stat(join(one.outDir, 'en/stray'))).rejects.toThrow('ENOENT');
  });

  test('keeps a former style sheet for 30 days, since a page kept open may still ask for it', async () => {
    const onDay = (asOf: string) => one.print({ library: { ...fixtureLibrary(), asOf } });
    await onDay('2026-11-01T12:00:00Z');
    await writeFile(join(one.outDir, 'assets/former.css'), 'body{}');
    expect((await onDay('2026-11-02T12:00:00Z')).removed).not.toContain('/assets/former.css');
    expect((await onDay('2026-12-02T11:00:00Z')).removed).not.toContain('/assets/former.css');
    expect((await onDay('2026-12-02T13:00:00Z')).removed).toContain('/assets/former.css');
  });

  test('a press killed at any moment and started again ends in the same files, and no file is ever half there', async () => {
    const whole = join(one.dir, 'whole');
    await one.print({ outDir: whole, record: undefined });
    const expected = await contents(whole);
    for (const delay of [0, 30, 120]) {
      const child = spawn(process.execPath, ['test/support/pressOnce.ts', one.pressDir, one.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await wait(delay);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      for (const file of Object.keys(await contents(one.outDir)).filter((name) => name.endsWith('.html')))
        expect(await page(`/${file}`), file).toMatch(/<\/html>\s*$/);
      expect((await one.print()).errors).toEqual([]);
      expect(await contents(one.outDir)).toEqual(expected);
    }
  });
});

describe('a printed page', () => {
  test('is the same, byte for byte, from an equal library', async () => {
    const [first, second] = await Promise.all([fixtureLibrary(), fixtureLibrary()].map((library) => one.press.render(guide, library, fixtureSettings)));
    expect(second).toEqual(first);
  });

  test('brings no inline script, style or handler', async () => {
    await one.print();
    const inline: string[] = [];
    for (const path of sitePages(fixtureLibrary()).keys()) {
      const html = await page(path);
      for (const [tag, attributes] of html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)) if (!attributes!.includes('ld+json')) inline.push(`${path} ${tag}`);
      for (const [tag] of html.matchAll(/<style[^>]*>|<[a-z][^>]*\s(?:style|on[a-z]+)=[^>]*>/g)) inline.push(`${path} ${tag}`);
    }
    expect(inline).toEqual([]);
  });

  test('links only to addresses that exist', async () => {
    await one.print();
    const files = new Set(Object.keys(await contents(one.outDir)));
    const lost = new Set<string>();
    for (const path of sitePages(fixtureLibrary()).keys()) {
      for (const [, attribute, url] of (await page(path)).matchAll(/\s(href|src|action)="([^"#?]*)[^"]*"/g)) {
        if (!url!.startsWith('/')) continue;
        const file = url!.endsWith('/') ? `${url}index.html` : url!;
        if (!files.has(decodeURI(file.slice(1)))) lost.add(`${path} ${attribute} ${url}`);
      }
    }
    expect([...lost]).toEqual([]);
  });

  test('shows the original as canonical where it stands in for a missing translation, and a neutral picture on a sensitive guide', async () => {
    const { body } = await one.press.render('/es/guias/when-you-are-afraid-at-home/', fixtureLibrary(), fixtureSettings);
    expect(body).toContain(`<link rel="canonical" href="${fixtureSettings.origin}/en/guides/when-you-are-afraid-at-home/"`);
    expect(body).toContain(`<meta property="og:image" content="${fixtureSettings.origin}/share.png"`);
    expect(body).not.toContain('hreflang="es" href="');
  });

  test('cannot be closed by a title that holds a script', async () => {
    const hostile = withGuide('a1', (article) => ({
      ...article,
      text: { ...article.text, en: { ...article.text.en!, title: '</script></title><script>alert(1)</script>' } },
    }));
    const { body } = await one.press.render(guide, hostile, fixtureSettings);
    const outsideOfAttributes = body.replaceAll(/="[^"]*"/g, '=""');
    expect(outsideOfAttributes).toContain('alert(1)');
    expect(outsideOfAttributes).not.toContain('<script>alert(1)');
    expect(outsideOfAttributes.match(/<\/title>/g)).toHaveLength(1);
  });
});

describe('building the press', () => {
  test('happens once for the same sources', async () => {
    const { buildId } = await buildPress({ outDir: one.pressDir });
    expect(await buildPress({ outDir: one.pressDir })).toEqual({ buildId, built: false });
  });

  test('gives the same build id wherever it is built, and takes the place of a bundle that was cut off', async () => {
    const elsewhere = join(one.dir, 'elsewhere');
    await mkdir(join(elsewhere, 'server'), { recursive: true });
    await writeFile(join(elsewhere, 'build.json'), '{"buildId":');
    const { buildId } = await buildPress({ outDir: one.pressDir });
    expect(await buildPress({ outDir: elsewhere })).toEqual({ buildId, built: true });
    expect(await contents(elsewhere)).toHaveProperty(['server/entry.mjs']);
    expect((await readdir(one.dir)).filter((name) => name.startsWith('elsewhere.'))).toEqual([]);
  });

  test('by two processes at once ends in one whole bundle', async () => {
    const place = join(one.dir, 'contested');
    const build = () =>
      new Promise((resolve) => {
        spawn(process.execPath, ['-e', `import('./site/press/index.ts').then(({ buildPress }) => buildPress({ outDir: ${JSON.stringify(place)} }))`], {
          stdio: 'inherit',
        }).on('exit', resolve);
      });
    expect(await Promise.all([build(), build()])).toEqual([0, 0]);
    const { body } = await (await openPress(place)).render(guide, fixtureLibrary(), fixtureSettings);
    expect(body).toContain('</html>');
    expect((await readdir(one.dir)).filter((name) => name.startsWith('contested.'))).toEqual([]);
  });
});
