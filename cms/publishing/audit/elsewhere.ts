import { type Said, said } from '../../fields/said.ts';
import type { SearchDisagreement } from '../../search/indexer.ts';
import { reasonOf } from '../targets/following.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, libraryOf, printed, type Steps } from './site.ts';

/** How long an index or a target may take, in ms: a first push to a bucket takes its time. */
const longestWait = 30 * 60_000;

/** Compares the search indexes and every other target with the site. Both are asked beside the rounds, which do not wait for them. */
export async function* checkElsewhere(site: AuditedSite, tally: Tally): Steps {
  yield* printed(site);
  const search = begun(site.rounds.checkSearch());
  const targets = begun(site.rounds.checkTargets());
  for (const until = Date.now() + longestWait; !(search.outcome && targets.outcome) && Date.now() < until; ) yield 'wait';
  const late = { error: new Error('it did not answer within half an hour.') };
  search.outcome ??= late;
  targets.outcome ??= late;
  if ('error' in search.outcome) tally.found('search', false, unreachable(said('The search index', 'El índice del buscador'), search.outcome.error));
  else for (const disagreement of search.outcome.value) tally.found('search', true, words[disagreement.is](disagreement));
  if ('error' in targets.outcome) tally.found('targets', false, unreachable(said('The bucket', 'El bucket'), targets.outcome.error));
  else {
    for (const { mended, says } of targets.outcome.value.found) tally.found('targets', mended, says);
    if (targets.outcome.value.compared > 0) tally.count('targets', targets.outcome.value.compared);
  }
  tally.count(
    'search',
    Object.values(libraryOf(site).documents).reduce((sum, documents) => sum + documents.size, 0),
  );
}

/** Work whose outcome is looked for now and then. */
function begun<T>(work: Promise<T>): { outcome?: { value: T } | { error: unknown } } {
  const state: { outcome?: { value: T } | { error: unknown } } = {};
  work.then(
    (value) => {
      state.outcome = { value };
    },
    (error: unknown) => {
      state.outcome = { error };
    },
  );
  return state;
}

const words: Record<SearchDisagreement['is'], (at: SearchDisagreement) => Said> = {
  extra: ({ engine, path }) =>
    said(`${engine} still found ${path}, which is not published. It was taken out.`, `${engine} aún encontraba ${path}, que no está publicado. Se quitó.`),
  missing: ({ engine, path }) => said(`${engine} did not find ${path}. It was put in.`, `${engine} no encontraba ${path}. Se agregó.`),
  different: ({ engine, path }) =>
    said(
      `${engine} had other words for ${path} than its page. They were replaced.`,
      `${engine} tenía para ${path} otras palabras que su página. Se reemplazaron.`,
    ),
  settings: ({ engine, locale }) =>
    said(
      `${engine} (${locale}) ranked by other settings, synonyms or promoted answers. They were put right.`,
      `${engine} (${locale}) ordenaba con otros ajustes, sinónimos o respuestas destacadas. Se corrigieron.`,
    ),
  whole: ({ engine, locale }) =>
    said(
      `The index of ${engine} (${locale}) was missing or of another text. It was built again.`,
      `El índice de ${engine} (${locale}) faltaba o era de otro texto. Se construyó de nuevo.`,
    ),
};

function unreachable(what: Said, error: unknown): Said {
  const reason = reasonOf(error);
  return said(`${what.en} could not be compared: ${reason.en}`, `${what.es} no se pudo comparar: ${reason.es}`);
}
