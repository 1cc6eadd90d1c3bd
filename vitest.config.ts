import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const test = (path: string) => fileURLToPath(new URL(`test/${path}`, import.meta.url));

/** Tests that need a database, a press or a browser are heavy: two cores carry one such file beside one other. */
export default defineConfig({
  resolve: { alias: { '@payload-config': fileURLToPath(new URL('cms/payload.config.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: [test('support/mongo/globalSetup.ts')],
    reporters: ['default', test('support/reporter.ts')],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
  },
});
