import { describe, expect, test } from 'vitest';
import { isPrivate, requestPath } from '../../site/server/requestPath.ts';

describe('reading a request target', () => {
  test('gives the decoded path and the query as it came', () => {
    expect(requestPath('/es/b%C3%BAsqueda/?q=l%C3%ADmite')).toEqual({ path: '/es/búsqueda/', query: '?q=l%C3%ADmite' });
  });

  test.each([
    '/../secret',
    '/en/../../secret',
    '/en/%2e%2e/secret',
    '/en/..%2fsecret',
    '/en%2Fguides/',
    '/en/..%5csecret',
    '/en\\guides',
    '/en/%00',
    '/en/\0',
    '//evil.example/',
    '/en//guides/',
    '/%',
    '/%c0%ae%c0%ae/',
    'en/',
    '*',
    'http://evil.example/',
    '/./en/',
  ])('refuses %j', (target) => {
    expect(requestPath(target)).toBeUndefined();
  });

  test.each([
    ['/_headers', true],
    ['/_redirects', true],
    ['/.env', true],
    ['/en/.git/config', true],
    ['/en/', false],
    ['/assets/_a.js', false],
  ])('%s is private: %s', (path, answer) => {
    expect(isPrivate(path)).toBe(answer);
  });
});
