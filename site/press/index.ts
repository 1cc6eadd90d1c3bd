/** The press as the publisher and the command line see it. */
export { buildPress } from './build.ts';
export { openPress, type Press } from './press.ts';
export { type PressOrder, type PressReport, pressEverything } from './pressEverything.ts';
