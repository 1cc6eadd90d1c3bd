import { type Locale, locales } from '../../cms/library/locales.ts';
import { judgedQueries, ndcg, rightInThree } from '../search/judge.ts';
import { sampleSearch } from '../support/sampleSearch.ts';
import { atLeast, atMost, type Bench, percentile, type Row, said } from './bench.ts';
import { inChild } from './child.ts';
import type { AfterEdit } from './search/afterEdit.ts';
import { searchInBrowser } from './search/inBrowser.ts';

/** How well and how fast families find. The first query is measured at 1,000 documents, warm ones at `size`. */
export const bench: Bench = {
  name: 'search',
  async run({ size }) {
    const first = await searchInBrowser(1_000, ['boundary']);
    const warm = await searchInBrowser(size, warmQueries);
    return [
      ...(await judgedRows()),
      ...(await afterEditRows(1_000, 5)),
      ...(size > 1_000 ? await afterEditRows(size, 45) : []),
      atMost('first query at 1,000 documents, index and names', first.firstBytes / 1_000, 200, 'KB'),
      atMost(`first query at ${size} documents, index and names`, warm.firstBytes / 1_000, 400, 'KB'),
      atMost(`warm query at ${size} documents, p50`, percentile(warm.times, 0.5), 15, 'ms'),
      atMost(`warm query at ${size} documents, p95`, percentile(warm.times, 0.95), 50, 'ms'),
    ];
  },
};

/** Of the kinds that people type: a word, some words, a sentence. */
const warmQueries = [
  'boundary',
  'first week',
  'medicine at home',
  'he stopped going to group',
  'what can i say when they come home',
  'sleep',
  'work and school',
  'money',
  'how long does it take',
  'family session',
  'trust',
  'children',
  'can they tell me anything',
  'weekend plan',
  'talking at home',
  'driving',
  'step down',
  'questions for the team',
  'craving',
  'treatment plan',
];

/** How soon both engines know an edit, and whether pages are slower while they learn it. Real processes; Algolia's double stands for Algolia. */
async function afterEditRows(size: number, reach: number): Promise<Row[]> {
  const { sent, switched, served } = await inChild<AfterEdit>('search/afterEdit.ts', [String(size)]);
  const slower = atMost(`save to served while it is built at ${size} documents, p95 against none built`, served.building / served.still, 1.1, '×');
  return [
    atMost(`sent to Algolia after an edit at ${size} documents, p95`, sent, 1_000, 'ms'),
    atMost(`own index switched after an edit at ${size} documents`, switched / 1_000, reach, 's'),
    { ...slower, measured: `${slower.measured} (${said(served.building, 'ms')} against ${said(served.still, 'ms')})` },
  ];
}

async function judgedRows(): Promise<Row[]> {
  const search = await sampleSearch();
  const rowsIn = async (locale: Locale): Promise<Row[]> => {
    const queries = await judgedQueries(locale);
    let [right, gain] = [0, 0];
    for (const query of queries) {
      const { keys } = await search.find(query.q, locale);
      if (rightInThree(query, keys)) right += 1;
      gain += ndcg(query, keys);
    }
    return [
      atLeast(`${queries.length} judged queries (${locale}), right in the first three`, (100 * right) / queries.length, 95, '%'),
      atLeast(`${queries.length} judged queries (${locale}), nDCG@10`, gain / queries.length, 0.7, ''),
    ];
  };
  const rows: Row[] = [];
  for (const locale of locales) rows.push(...(await rowsIn(locale)));
  await search.close();
  return rows;
}
