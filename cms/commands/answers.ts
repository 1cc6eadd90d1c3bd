import { setTimeout as wait } from 'node:timers/promises';

/** Waits until an address answers with success. A program that cannot start ends the whole command, and this wait with it. */
export async function answers(url: string): Promise<void> {
  for (;;) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await wait(100);
  }
}
