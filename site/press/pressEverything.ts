import type { Library } from '../../cms/library/types.ts';
import { openPrinter, type PrinterOptions, type Turn } from './printer.ts';
import { type FindStandIn, withStandIns } from './standIns.ts';

export interface PressOrder extends PrinterOptions {
  library: Library;
  /** Where older versions of documents come from. Without it, a document that cannot be printed goes. */
  findStandIn?: FindStandIn;
}

/**
 * Makes the web root what the library says, in an order in which links hold: takedowns, files, new documents, changed documents, lists, sitemap,
 * redirects. A document that cannot be printed is reported, gives way to an older version, and stops no other.
 */
export async function pressEverything({ library, findStandIn = async () => undefined, ...options }: PressOrder): Promise<Turn> {
  const printer = await openPrinter(options);
  try {
    const turn = printer.turn(library);
    await printer.advance();
    let current = library;
    for (let errors = turn.errors; errors.length > 0; ) {
      const { library: next, replaced } = await withStandIns(current, errors, printer, findStandIn);
      if (replaced.length === 0) break;
      current = next;
      const again = printer.turn(current);
      await printer.advance();
      errors = again.errors;
      turn.written.push(...again.written);
      turn.removed.push(...again.removed);
      turn.errors.push(...again.errors);
      turn.pages = again.pages;
    }
    return turn;
  } finally {
    printer.close();
  }
}
