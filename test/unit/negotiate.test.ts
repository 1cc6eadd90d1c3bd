import { describe, expect, test } from 'vitest';
import { encodingFor, languageFor } from '../../site/server/negotiate.ts';

describe('the language of a reader', () => {
  test.each([
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,en;q=0.9', 'en'],
    ['en;q=0.4, es;q=0.7', 'es'],
    ['fr, pt;q=0.9, es;q=0.1', 'es'],
    ['es;q=0, en;q=0.1', 'en'],
    ['fr-CA, fr', undefined],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
    ['es;q=zero, en', 'en'],
  ])('%s asks for %s', (header, language) => {
    expect(languageFor(header)).toBe(language);
  });
});

describe('the encoding of an answer', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('%s gets %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});
