import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests that nothing here can carry out: what only a replica set can show. */
const leftOut = process.env.TEST_MONGODB_URL ? [] : ['test/publishing/replicaSet.test.ts'];

/** `unit` and `site` need nothing but Node; `whole` runs on databases, and finds a MongoDB server in ALONGSIDE_MONGODB_URL. Two cores carry two files at a time. */
export default defineConfig({
  resolve: { alias: { '@payload-config': at('cms/payload.config.ts') } },
  test: {
    reporters: ['default', at('test/support/reporter.ts')],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{unit,site,seed}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{cms,publishing,search,e2e}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...leftOut],
          globalSetup: [at('test/support/mongo/globalSetup.ts')],
        },
      },
    ],
  },
});
