import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../site/press/contentSecurityPolicy.ts';

const none = { scripts: [], styles: [] };

describe('the Content-Security-Policy', () => {
  test('allows nothing inline but what it names by hash', () => {
    const policy = contentSecurityPolicy({ scripts: ["'sha256-a'"], styles: ["'sha256-b'"] }, {});
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-a';");
    expect(policy).toContain("style-src 'self' 'sha256-b';");
    expect(policy).not.toContain("'unsafe-inline'");
  });

  test('lets pages reach no other host, but for Algolia where it was chosen', () => {
    expect(contentSecurityPolicy(none, {})).toContain("connect-src 'self';");
    expect(contentSecurityPolicy(none, { algolia: { appId: 'APP', searchKey: 'k' } })).toContain(
      "connect-src 'self' https://APP-dsn.algolia.net https://APP-1.algolianet.com",
    );
    expect(contentSecurityPolicy(none, { algolia: { appId: 'APP', searchKey: 'k', host: 'http://localhost:4999' } })).toContain(
      "connect-src 'self' http://localhost:4999;",
    );
  });
});
