import type { Bench } from './bench.ts';
import { answer } from './child.ts';

/** Runs one bench and hands its rows to the process that started this one: `one.ts <name> <size> <runs>`. */
const [, , name, size, runs] = process.argv;
const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
answer(await bench.run({ size: Number(size), runs: Number(runs) }));
