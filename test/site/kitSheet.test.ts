import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import type { Article, Kit, Library } from '../../cms/library/types.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

/** Longer than all but a few of the sample library's titles, notes and intros. */
const long = {
  title: { en: 'After the program: the first months on your own, at home', es: 'Después del programa: los primeros meses por su cuenta' },
  note: {
    en: 'Read this before you sign or ask for a signature, and bring what you still want to ask us.',
    es: 'Lea esto antes de firmar o de pedir una firma, y traiga por escrito lo que quiera preguntar.',
  },
  intro: {
    en: 'Why we sometimes say so little, what a signature changes, and how you can always reach us. Read the first two before you sign or ask for a signature.',
    es: 'Por qué a veces decimos tan poco, qué cambia con una firma y cómo puede llamarnos siempre. Lea las dos primeras antes de firmar o de pedir una firma.',
  },
};

/** The fixture library with a kit of twelve guides whose titles and notes are long in both languages. */
function withTwelve(): Library {
  const library = fixtureLibrary();
  const guide = library.documents.articles.get('a1') as Article;
  const kit = library.documents.kits.get('k1') as Kit;
  const ids = Array.from({ length: 12 }, (_, index) => `long${index}`);
  const guides = ids.map((id, index): Article => {
    const text = (locale: 'en' | 'es') => ({ ...guide.text.en!, slug: id, title: long.title[locale] });
    return { ...guide, id, code: `zzzzz${'bcdfghjkmnpq'[index]}`, text: { en: text('en'), es: text('es') } };
  });
  const kitText = (locale: 'en' | 'es') => ({ ...kit.text[locale]!, intro: long.intro[locale], notes: ids.map(() => long.note[locale]) });
  const twelve: Kit = { ...kit, items: ids.map((id) => ({ collection: 'articles', id })), text: { en: kitText('en'), es: kitText('es') } };
  return {
    ...library,
    documents: {
      ...library.documents,
      articles: new Map([...library.documents.articles, ...guides.map((article) => [article.id, article] as const)]),
      kits: new Map([...library.documents.kits, [kit.id, twelve]]),
    },
  };
}

let site: PressedSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  // An address as long as a program's own is.
  const settings = { ...fixtureSettings, origin: 'https://families.riverside-recovery.example.org' };
  [site, browser] = await Promise.all([pressedSite({ library: withTwelve(), settings }), launchBrowser()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const sheets = [paths.kitSheet('en', 'first-visit'), paths.kitSheet('es', 'primera-visita')];

test.each(sheets.flatMap((path) => ['Letter', 'A4'].map((format) => [path, format] as const)))(
  '%s with twelve long items is one page of %s',
  async (path, format) => {
    await page.goto(site.origin + path);
    expect(await page.locator('.sheet-items > li').count()).toBe(12);
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  },
);

test('its squares are at least 20 mm wide with a white edge, and each of their modules half a millimetre', async () => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${site.origin}${sheets[0]}`);
  const squares = await page
    .locator('.sheet-items .qr')
    .evaluateAll((all) =>
      all.map((square) => ({ millimetres: (square.getBoundingClientRect().width / 96) * 25.4, modules: (square as SVGSVGElement).viewBox.baseVal.width })),
    );
  expect(squares).toHaveLength(12);
  for (const { millimetres, modules } of squares) {
    expect(millimetres).toBeGreaterThanOrEqual(20);
    expect(millimetres / modules).toBeGreaterThanOrEqual(0.5);
  }
});

test('nothing on it is cut: every title, note and short link stands whole inside its own place', async () => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 970 });
  for (const path of sheets) {
    await page.goto(site.origin + path);
    const cut = await page
      .locator('.sheet-items :is(h2, p)')
      .evaluateAll((all) => all.filter((text) => text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1).length);
    expect(cut).toBe(0);
  }
});
