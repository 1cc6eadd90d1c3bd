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
  const show = (note: string) => {
    last = note;
    if (live) process.stdout.write(`\r\u001b[K${line('…', `${note} ${seconds(started)}`)}`);
  };
  show('');
  const clock = live ? setInterval(() => show(last), 500) : undefined;
  if (!live) console.log(line('…', ''));
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
