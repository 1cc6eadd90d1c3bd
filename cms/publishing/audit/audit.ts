import { checkAddresses } from './addresses.ts';
import { checkContent } from './documents.ts';
import { checkDrafts } from './drafts.ts';
import { checkElsewhere } from './elsewhere.ts';
import { checkFiles } from './files.ts';
import { checkReceipts } from './receipts.ts';
import type { Tally } from './report.ts';
import { checkSaves } from './saves.ts';
import type { AuditedSite, Steps } from './site.ts';

/**
 * The truth audit: compares the database, the library, the files, the addresses, the receipts, the search indexes and every other target, document by
 * document; mends what it can and tells `tally` each disagreement. Between its steps rounds go first, and what is on its way is no disagreement. It goes
 * from what the rest is made of to what is made: what one step mends, the next one finds in order.
 */
export async function* audit(site: AuditedSite, tally: Tally): Steps {
  yield* checkSaves(site, tally);
  yield* checkAddresses(site, tally);
  yield* checkContent(site, tally);
  yield* checkReceipts(site, tally);
  yield* checkFiles(site, tally);
  yield* checkDrafts(site, tally);
  yield* checkElsewhere(site, tally);
}
