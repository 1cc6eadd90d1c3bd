import { readerOf } from '../../../cms/library/queries/index.ts';
import { scaledLibrary } from '../../support/scaledLibrary.ts';

const started = performance.now();
/** The made-up library of `SCALE` documents. */
export const library = scaledLibrary(Number(process.env.SCALE));
export const reader = readerOf(library);
// Loading the library is left out of what is measured.
Object.assign(globalThis, { madeLibraryIn: performance.now() - started });
