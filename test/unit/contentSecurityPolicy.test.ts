import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../site/press/contentSecurityPolicy.ts';

describe('the Content-Security-Policy', () => {
  test('allows nothing inline', () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain("'unsafe-inline'");
  });

  test('lets pages reach no other host, but for Algolia where it was chosen', () => {
    expect(contentSecurityPolicy()).toContain("connect-src 'self';");
    expect(contentSecurityPolicy({ algolia: { appId: 'APP', searchKey: 'k' } })).toContain(
      "connect-src 'self' https://APP-dsn.algolia.net https://APP-1.algolianet.com",
    );
    expect(contentSecurityPolicy({ algolia: { appId: 'APP', searchKey: 'k', host: 'http://localhost:4999' } })).toContain(
      "connect-src 'self' http://localhost:4999;",
    );
  });
});
