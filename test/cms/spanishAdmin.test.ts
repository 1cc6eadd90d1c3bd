import { en } from '@payloadcms/translations/languages/en';
import { es } from '@payloadcms/translations/languages/es';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payloadSpanish } from '../../cms/admin/payloadSpanish.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await openTestCms(databases()[0]!);
});
afterAll(() => cms.close());

/** Nobody meets these: the program sends no mail, has no API keys, and makes the first account itself. */
const neverShown = /email|checkYour|forgotPassword|APIKey|FirstUser|verif|newAccount|youAreReceiving|youDidNot/i;
const informal =
  /(?<!\p{L})(tu|tus|tú|te|ti|tienes|has|estás|puedes|quieres|deseas|debes|sales|elige|introduce|selecciona|corrige|revisa|guarda|arrastra|suelta|busca|cierra|edita|vuelve|haz|añadir|despublicar|basura)(?!\p{L})/iu;

function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, inner]) => texts(inner, path ? `${path}.${name}` : name));
}

test('the Spanish admin says usted, in words of Latin America', () => {
  const whole = new Map([...texts(es.translations), ...texts(cms.config.i18n.translations.es)]);
  const shown = [...whole].filter(([path]) => !neverShown.test(path));
  expect(shown.length).toBeGreaterThan(400);
  expect(shown.filter(([, text]) => informal.test(text))).toEqual([]);
});

test('each of our words stands in the place of one of Payload’s, with the same gaps to fill', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\d>/g)].map(([gap]) => gap).sort();
  const own = new Map(texts(en.translations));
  expect(texts(payloadSpanish).filter(([path, text]) => !own.has(path) || gaps(own.get(path) ?? '').join() !== gaps(text).join())).toEqual([]);
});
