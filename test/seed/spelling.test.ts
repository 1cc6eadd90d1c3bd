import { fileURLToPath } from 'node:url';
import { lint } from 'cspell';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Words that cspell (cspell.json) does not know, each with its file and line. A word that is right goes into seed/words.txt or seed/palabras.txt. */
async function misspelled(globs: string[]): Promise<string[]> {
  const found: string[] = [];
  const quiet = () => undefined;
  await lint(
    globs,
    { root, config: `${root}cspell.json`, progress: false, summary: false, cache: false, dot: true },
    {
      issue: ({ text, uri, row, col }) => found.push(`${uri?.split('/seed/').at(-1)}:${row}:${col} ${text}`),
      info: quiet,
      debug: quiet,
      progress: quiet,
      error: (message, error) => {
        throw error ?? new Error(message);
      },
      result: quiet,
    },
  );
  return found;
}

test('every word of the sample library is spelled right, or known to the project', async () => {
  expect(await misspelled(['seed/**/*.md', 'seed/**/*.yaml'])).toEqual([]);
});

test('a misspelled word is found in either language', async () => {
  const found = await misspelled(['test/support/misspelled/*.md']);
  expect(found.map((line) => line.split(' ').at(-1))).toEqual(['recieve', 'tratamineto']);
});
