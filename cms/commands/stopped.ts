/** Something that the operator can put right: its message is all that they need to read. */
export class Stopped extends Error {}

/** Runs a command: a `Stopped` ends it with its one message, anything else with its stack, both with a non-zero exit. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Stopped ? `\n${error.message}` : error);
    process.exit(1);
  }
}
