import { scaledDataDir } from '../support/scaledDatabase.ts';
import { atMost, type Bench, medianMs } from './bench.ts';

/** How long a large library takes to read. */
export const bench: Bench = {
  name: 'library',
  async run({ size, runs }) {
    const { dataDir, remove } = await scaledDataDir(size);
    Object.assign(process.env, { NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: '' });
    // The configuration reads the settings when it is loaded.
    const { openCms } = await import('../../cms/commands/openCms.ts');
    const { readLibrary } = await import('../../cms/library/readLibrary.ts');
    const payload = await openCms();
    const reading = await medianMs(Math.min(runs, 3), () => readLibrary(payload));
    await payload.destroy();
    await remove();
    return [atMost(`read ${size} documents from SQLite`, reading / 1000, 5, 's')];
  },
};
