import type { Bench } from './bench.ts';

/** Runs one bench and hands its rows to the process that started this one. */
const { bench } = (await import(`./${process.argv[2]}.bench.ts`)) as { bench: Bench };
const rows = await bench.run();
process.send?.(rows, () => process.exit(0));
