/** One figure: what was measured, what came out, and how far it should reach. */
export interface Row {
  measure: string;
  measured: string;
  reach: string;
  met: boolean;
}

/** A bench file, `<name>.bench.ts`, exports `bench`. It runs in a process of its own. Figures inform: a bench fails only where it cannot run. */
export interface Bench {
  name: string;
  run(): Promise<Row[]>;
}

/** The middle of several runs, in milliseconds; the first, which warms up, does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const started = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - started);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

/** A figure that should not be above `reach`. */
export function atMost(measure: string, measured: number, reach: number, unit: string): Row {
  return { measure, measured: said(measured, unit), reach: `≤ ${said(reach, unit)}`, met: measured <= reach };
}

function said(value: number, unit: string): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`;
}
