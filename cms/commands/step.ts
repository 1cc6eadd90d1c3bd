/** Where nobody watches, in a log, a step says this often, in ms, how far it is. */
const logEvery = 10_000;

/** Shows one step of a command: what is being done, how far it is, and at the end how long it took. */
export async function step<Result>(
  name: string,
  work: (progress: (note: string) => void) => Promise<Result>,
  ended?: (result: Result) => string,
): Promise<Result> {
  const started = performance.now();
  const live = process.stdout.isTTY;
  const line = (mark: string, note: string) => `  ${mark} ${name.padEnd(18)} ${note}`;
  let last = '';
  let logged = started;
  const show = (note: string) => {
    last = note;
    if (live) process.stdout.write(`\r\u001b[K${line('…', `${note} ${seconds(started)}`)}`);
    else if (performance.now() - logged > logEvery) {
      logged = performance.now();
      console.log(line('…', `${seconds(started)}  ${note}`));
    }
  };
  show('');
  const clock = live ? setInterval(() => show(last), 500) : undefined;
  if (!live) console.log(line('…', '').trimEnd());
  try {
    const result = await work(show);
    finish(line('✓', [seconds(started), ended?.(result)].filter(Boolean).join('  ')));
    return result;
  } catch (error) {
    finish(line('✗', seconds(started)));
    throw error;
  } finally {
    clearInterval(clock);
  }

  function finish(text: string): void {
    console.log(live ? `\r\u001b[K${text}` : text);
  }
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
