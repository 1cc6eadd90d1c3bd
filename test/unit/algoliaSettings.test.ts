import { expect, test } from 'vitest';
import { readEnv } from '../../cms/env.ts';
import { siteSettings } from '../../cms/publishing/settings.ts';

const app = { ALGOLIA_APP_ID: 'B1G2GM9NG0', ALGOLIA_SEARCH_KEY: 'search' };

test.each([
  ['half of what the browser needs', { ALGOLIA_APP_ID: 'B1G2GM9NG0' }, /ALGOLIA_SEARCH_KEY must be set together/],
  ['a write key alone', { ALGOLIA_WRITE_KEY: 'write' }, /ALGOLIA_APP_ID must be set too/],
  ['the write key as the key of every browser', { ...app, ALGOLIA_WRITE_KEY: 'search' }, /ALGOLIA_SEARCH_KEY is the same as ALGOLIA_WRITE_KEY/],
  ['an application that is an address', { ...app, ALGOLIA_APP_ID: 'evil.example/' }, /ALGOLIA_APP_ID must be the Application ID/],
  ['neither yes nor no', { ...app, ALGOLIA_AS_YOU_TYPE: 'maybe' }, /ALGOLIA_AS_YOU_TYPE must be yes or no/],
])('%s is a mistake that is said', (_, settings, says) => {
  expect(() => readEnv(settings)).toThrow(says);
});

test('pages learn what a search by Algolia needs, never the write key, and send nothing before it is submitted unless the operator says so', () => {
  const pages = (settings: Record<string, string>) => siteSettings(readEnv({ ...app, ALGOLIA_WRITE_KEY: 'write', ...settings })).algolia;
  expect(pages({})).toEqual({ appId: 'B1G2GM9NG0', searchKey: 'search', asYouType: false });
  expect(pages({ ALGOLIA_AS_YOU_TYPE: 'yes' })).toEqual({ appId: 'B1G2GM9NG0', searchKey: 'search', asYouType: true });
});
