import type { Damage } from '../../../site/press/index.ts';
import { type Said, said } from '../../fields/said.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, parts, printed, type Steps } from './site.ts';

const filesAtOnce = 100;

/** Compares every file with what the press wrote, and every former address with where it should lead; has what disagrees printed again or taken away. */
export async function* checkFiles(site: AuditedSite, tally: Tally): Steps {
  yield* printed(site);
  const printer = await site.rounds.printer();
  for (const { path, is } of printer.met()) tally.found('files', true, is === 'stray' ? words.stray(path) : atStart(path));
  const damage: Damage[] = [];
  for (const paths of parts(printer.paths(), filesAtOnce)) {
    damage.push(...printer.damage(paths));
    tally.count('files', paths.length);
    yield 'more';
  }
  yield* printed(site);
  const astray = printer.astray();
  if (damage.length === 0 && astray.length === 0) return;
  await site.rounds.mend(damage.map(({ path }) => path));
  yield* printed(site);
  const remaining = new Set(printer.damage(damage.map(({ path }) => path)).map(({ path }) => path));
  for (const { path, is } of damage) tally.found('files', !remaining.has(path), remaining.has(path) ? stubborn(path) : words[is](path));
  const stillAstray = new Set(printer.astray());
  for (const path of astray) tally.found('addresses', !stillAstray.has(path), stillAstray.has(path) ? stubborn(path) : leads(path));
}

const words: Record<Damage['is'], (path: string) => Said> = {
  changed: (path) => said(`${path} was changed by somebody else. It was printed again.`, `Alguien más modificó ${path}. Se imprimió de nuevo.`),
  missing: (path) => said(`${path} was missing. It was printed again.`, `Faltaba ${path}. Se imprimió de nuevo.`),
  stray: (path) => said(`${path} is no file of the site. It was taken away.`, `${path} no es un archivo del sitio. Se retiró.`),
};
const atStart = (path: string) =>
  said(
    `${path} was not as it had been printed when the publisher began, after a crash or a change by somebody else. It was put right.`,
    `${path} no estaba como se había impreso cuando empezó el publicador, por una caída o porque alguien lo modificó. Se corrigió.`,
  );
const leads = (path: string) => said(`${path} did not lead where it should. It does now.`, `${path} no llevaba a donde debía. Ahora sí.`);
const stubborn = (path: string) =>
  said(
    `${path} could not be put right. See whether the publisher may write to its folder, and whether another program writes there.`,
    `${path} no se pudo corregir. Vea si el publicador puede escribir en su carpeta y si otro programa escribe allí.`,
  );
