import { generate, generated } from './generated.ts';
import { step } from './step.ts';
import { command } from './stopped.ts';

/** Makes everything that follows from the collections: run it after changing one, and commit what it changed. */
await command(async () => {
  for (const item of generated) await step(item.what, () => generate(item));
});
