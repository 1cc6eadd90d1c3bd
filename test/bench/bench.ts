/** One figure: what was measured, what came out, and how far it should reach. */
export interface Row {
  measure: string;
  measured: string;
  reach: string;
  met: boolean;
}

/** `size`: how many documents the library has; `runs`: how often each figure is taken, whose middle counts. */
export interface Extent {
  size: number;
  runs: number;
}

/** A bench file, `<name>.bench.ts`, exports `bench`. It runs in a process of its own. Figures inform: a bench fails only where it cannot run. */
export interface Bench {
  name: string;
  run(extent: Extent): Promise<Row[]>;
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

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share of all values does not exceed: 0.95 for the p95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('There is no middle of nothing.');
  return value;
}

/** A figure that should not be above `reach`. */
export function atMost(measure: string, measured: number, reach: number, unit: string): Row {
  return { measure, measured: said(measured, unit), reach: `≤ ${said(reach, unit)}`, met: measured <= reach };
}

/** A figure that should not be below `reach`. */
export function atLeast(measure: string, measured: number, reach: number, unit: string): Row {
  return { measure, measured: said(measured, unit), reach: `≥ ${said(reach, unit)}`, met: measured >= reach };
}

export function said(value: number, unit: string): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`;
}
