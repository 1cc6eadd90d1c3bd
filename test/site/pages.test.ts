import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { otherLocale } from '../../cms/library/locales.ts';
import { type SitePage, sitePages } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import type { CrisisLine, Library } from '../../cms/library/types.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { createTestPress, type TestPress } from '../support/press.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

const library = fixtureLibrary();
const pages = [...sitePages(library).values()];
const html = new Map<string, string>();
let site: PressedSite;

beforeAll(async () => {
  site = await pressedSite({ library });
  for (const { path } of pages) html.set(path, await readFile(fileOf(path), 'utf8'));
});
afterAll(() => site.close());

function fileOf(path: string): string {
  return join(site.outDir, path.endsWith('/') ? `${path}index.html` : path);
}

function htmlOf(path: string): string {
  return html.get(path) ?? '';
}

/** Each attribute value of a name in a page. */
function attributes(path: string, name: string): string[] {
  return [...htmlOf(path).matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

/** Pages that are read: all but the redirects of short links and the two with the search island. */
const readingPages = pages.filter(({ kind }) => !['short', 'home', 'search'].includes(kind));

describe('every page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-inline-style': 'error',
        // Telephone numbers break where the reader's window is narrow; a hard space would make them overflow at 400 % zoom.
        'tel-non-breaking': 'off',
        // A table that is laid out as lists on a phone says its roles again: some browsers forget them there.
        'no-redundant-role': 'off',
        // The home page's title is the program's name with what the program is.
        'long-title': 'off',
        // How it is written, not what it is: browsers do not mind, and no one edits it.
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        // React writes the search box's attributes as in its own source; HTML takes them in any case.
        'attr-case': 'off',
      },
    });
    const mistakes = [];
    for (const { path } of pages) {
      const report = await validator.validateString(htmlOf(path), path);
      for (const { messages } of report.results)
        for (const { ruleId, message, line, column } of messages) mistakes.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
    }
    expect(mistakes).toEqual([]);
  });

  test('leads only to addresses and places in pages that exist', () => {
    const known = new Set(sitePages(library).keys());
    const broken = pages.flatMap(({ path }) =>
      attributes(path, 'href')
        .filter((href) => href.startsWith('/') || href.startsWith('#'))
        .filter((href) => {
          const { pathname, hash } = new URL(href, `https://here${path}`);
          if (hash) return !htmlOf(pathname).includes(` id="${decodeURIComponent(hash.slice(1))}"`);
          if (pathname.endsWith('.ics')) return !existsSync(fileOf(pathname));
          return (
            !known.has(pathname) &&
            !/^\/(assets|media|favicon|icon|apple|manifest|site\.webmanifest)/.test(pathname) &&
            !/^\/\w+\/materi\w+\/[a-z]{6}\.\w+$/.test(pathname)
          );
        })
        .map((href) => `${path} → ${href}`),
    );
    expect(broken).toEqual([]);
  });

  test('has one first heading and names its language', () => {
    const wrong = pages.filter(({ path, locale }) => htmlOf(path).match(/<h1\b/g)?.length !== 1 || !htmlOf(path).includes(`<html lang="${locale}"`));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('offers help now, the way out and the crisis numbers in one tap', () => {
    const framed = pages.filter(({ kind }) => !['short', 'root'].includes(kind));
    const without = framed.filter(({ path, locale }) => {
      const hrefs = attributes(path, 'href');
      return ![paths.helpNow(locale), fixtureSettings.leaveUrl, 'tel:911', 'tel:988', 'tel:+18007997233', 'sms:88788'].every((href) => hrefs.includes(href));
    });
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  test('leads to the same page in the other language, and from there back', () => {
    const framed = pages.filter(({ kind }) => !['short', 'root'].includes(kind));
    const switchOf = (path: string, lang: string) => htmlOf(path).match(new RegExp(`<a class="tongue" href="([^"]+)" hreflang="${lang}"`))?.[1] ?? 'nowhere';
    const astray = framed.filter(({ path, locale }) => switchOf(switchOf(path, otherLocale(locale)), locale) !== path);
    expect(astray.map(({ path }) => path)).toEqual([]);
  });

  test('carries no inline script, handler or style but the data of search engines', () => {
    const inline = pages.flatMap(({ path }) => {
      const text = htmlOf(path);
      const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].filter(
        ([, attributes = '']) => !attributes.includes('src=') && !attributes.includes('application/ld+json'),
      );
      return scripts.length > 0 || /<style\b|\sstyle="|\son\w+="|javascript:/.test(text) ? [path] : [];
    });
    expect(inline).toEqual([]);
  });
});

describe('the numbers at the foot of every page', () => {
  const [line] = library.program.crisisLines.filter(({ kind }) => kind === 'violence');
  const local: CrisisLine = { ...line!, call: '555-0111', textTo: '', languages: ['en'] };
  const withLines = (...lines: CrisisLine[]) => fixtureLibrary({ program: { ...library.program, crisisLines: lines } });
  let press: TestPress;
  beforeAll(async () => {
    press = await createTestPress();
  });
  afterAll(() => press.close());

  const footer = async (path: string, of: Library) => (await press.press.render(path, of, fixtureSettings)).body.match(/<footer.*<\/footer>/s)?.[0] ?? '';

  test('are one for each kind of danger, and the first that answers in the language of the page', async () => {
    const both = withLines(local, line!);
    expect(await footer('/en/guides/', both)).toContain('tel:5550111');
    expect(await footer('/en/guides/', both)).not.toContain('tel:+18007997233');
    expect(await footer('/es/guias/', both)).toContain('tel:+18007997233');
    expect(await footer('/es/guias/', both)).not.toContain('tel:5550111');
  });

  test('say which language is spoken where nobody answers in that of the page', async () => {
    expect(await footer('/es/guias/', withLines(local))).toContain('Miedo a alguien en casa (en inglés)');
    expect(await footer('/en/guides/', withLines(local))).not.toContain('(in ');
  });
});

describe('a text that is only in the other language', () => {
  test.each([
    [
      '/es/guias/when-you-are-afraid-at-home/',
      ['<h1 lang="en">', '<p class="short" lang="en">', 'class="rich flow" lang="en"', 'Este texto todavía no está en español'],
    ],
    ['/es/preguntas/should-i-lock-the-medicine/', ['<h1 lang="en">', '<p class="short" lang="en">', 'Este texto todavía no está en español']],
    ['/es/glosario/step-down/', ['<h1 lang="en">', 'Este texto todavía no está en español']],
    ['/es/talleres/using-naloxone/', ['<h1 lang="en">', '<p lang="en">']],
    ['/es/guias/', ['lang="en"><b>When you are afraid at home']],
  ])('is marked and announced on %s', (path, marks) => {
    for (const mark of marks) expect(htmlOf(path)).toContain(mark);
  });

  test('has no mark where the text is in the language of the page', () => {
    expect(htmlOf('/es/guias/poner-un-limite/')).not.toMatch(/<h1 lang=/);
    expect(htmlOf('/es/guias/poner-un-limite/')).not.toContain('Este texto todavía');
  });
});

describe('the review line', () => {
  test.each([
    ['/en/guides/setting-a-boundary/', 'Reviewed by a licensed clinician of the program on November 3, 2026'],
    ['/es/guias/poner-un-limite/', 'El texto cambió después de la última revisión clínica'],
    ['/en/guides/the-first-week/', 'Due for a new review by a clinician'],
    ['/en/guides/when-you-are-afraid-at-home/', 'Not yet reviewed by a clinician'],
    ['/es/preguntas/puedo-llamar-al-equipo/', 'el 20 de octubre de 2026'],
  ])('of %s says: %s', (path, words) => {
    expect(htmlOf(path)).toContain(words);
  });

  test('names no day and no role where no review stands', () => {
    const line = htmlOf('/en/guides/the-first-week/').match(/<div class="review">.*?<\/div>/s)?.[0] ?? '';
    expect(line).not.toMatch(/20\d\d|clinician of the program/);
  });
});

describe('a date of a workshop', () => {
  const evening = '/en/workshops/family-evening/';

  test('carries its offset, its weekday in words and its zone', () => {
    expect(htmlOf(evening)).toMatch(
      /<time class="written" datetime="2026-12-03T18:00:00-05:00" data-zone="America\/New_York">.*Thursday, December 3, 2026.*6:00\s–\s8:00\sPM<\/span>, Eastern Time/s,
    );
    expect(htmlOf('/es/talleres/noche-familiar/')).toMatch(/jueves, 3 de diciembre de 2026.*hora del este/s);
  });

  test('that is cancelled stays in its place, struck, with the reason', () => {
    const cancelled = htmlOf(evening).match(/<li class="date cancelled"[^>]*>.*?<\/li>/s)?.[0] ?? '';
    expect(cancelled).toMatch(/Cancelled.*<s>.*Thursday, November 26, 2026.*<\/s>.*We are closed for Thanksgiving\./s);
  });

  test('that is cancelled shows in the list with what comes instead', () => {
    expect(htmlOf('/en/workshops/')).toMatch(/The next one is on Thursday, December 3\./);
  });

  test('is missed in words where the series is over', () => {
    expect(htmlOf('/en/workshops/summer-circle/')).toContain('No date is set now');
  });
});

describe('the share block', () => {
  test("has the permanent short link of the page's language and its square on every coded document", () => {
    const coded = pages.filter(
      (page): page is Extract<SitePage, { kind: 'document' }> => page.kind === 'document' && !['topics', 'pages'].includes(page.document.collection),
    );
    const without = coded.filter(({ path, locale, document }) => {
      const { code } = library.documents[document.collection].get(document.id)!;
      return !htmlOf(path).includes(`href="${paths.short(locale, code)}"`) || !/<svg class="qr" role="img" aria-label="[^"]+"/.test(htmlOf(path));
    });
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  test('leads from the short link to the document at once, unseen by search engines', () => {
    const short = htmlOf('/es/a/bcdfgh/');
    expect(short).toContain('<meta http-equiv="refresh" content="0; url=/es/guias/poner-un-limite/">');
    expect(short).toContain('<meta name="robots" content="noindex">');
  });
});

describe('a list that runs over one page', () => {
  const [term] = library.documents.terms.values();
  const many = Array.from({ length: 51 }, (_, index) => ({
    ...term!,
    id: `many-${index}`,
    code: '',
    text: { en: { ...term!.text.en!, slug: `word-${index}`, term: `Word ${String(index).padStart(2, '0')}` } },
  }));
  const long = fixtureLibrary({ documents: { ...library.documents, terms: new Map(many.map((one) => [one.id, one])) } });

  test('leads on, and back, and says where it is', async () => {
    const { press, close } = await createTestPress();
    const first = (await press.render('/en/glossary/', long, fixtureSettings)).body;
    const second = (await press.render('/en/glossary/page/2/', long, fixtureSettings)).body;
    expect(first).toContain('<a href="/en/glossary/page/2/" rel="next">');
    expect(first).toContain('Page 1 of 2');
    expect(first).not.toContain('Word 50');
    expect(second).toContain('<a href="/en/glossary/" rel="prev">');
    expect(second).toContain('Word 50');
    expect(second).not.toContain('rel="next"');
    await close();
  });
});

describe('a link to a document that is not published', () => {
  test('stands as its words alone', () => {
    expect(htmlOf('/en/guides/setting-a-boundary/')).toContain('A text that is not published yet stands without a link.');
  });
});

describe('the weight of a reading page', () => {
  const stylesOf = (path: string) => attributes(path, 'href').filter((href) => href.endsWith('.css'));
  const sizes = new Map<string, number>();
  const compressed = async (path: string) => {
    const size = sizes.get(path) ?? gzipSync(await readFile(fileOf(path)), { level: 9 }).length;
    sizes.set(path, size);
    return size;
  };

  test('is at most 20 KB of HTML and CSS, compressed', async () => {
    const heavy = [];
    for (const { path } of readingPages) {
      let bytes = 0;
      for (const file of [path, ...stylesOf(path)]) bytes += await compressed(file);
      if (bytes > 20_000) heavy.push(`${path}: ${bytes}`);
    }
    expect(heavy).toEqual([]);
  });

  test('is one style sheet, one script under 1 KB and one font of at most 35 KB; where dates stand, and where they can be filtered, one more each', async () => {
    for (const { path } of readingPages) {
      expect(stylesOf(path), path).toHaveLength(1);
      const scripts = [...htmlOf(path).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source);
      const own = scripts.filter((source) => !/HonestDates|WorkshopFilters/.test(source));
      expect(own, path).toHaveLength(1);
      expect(scripts.length, path).toBe(1 + Number(/data-yours=/.test(htmlOf(path))) + Number(/data-filters/.test(htmlOf(path))));
      expect((await readFile(fileOf(own[0]!))).length).toBeLessThan(1000);
      const fonts = attributes(path, 'href').filter((href) => href.endsWith('.woff2'));
      expect(fonts, path).toHaveLength(1);
      expect((await readFile(fileOf(fonts[0]!))).length).toBeLessThanOrEqual(35_000);
    }
  });
});
