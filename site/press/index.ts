/** The press as the publisher and the command line see it. */
export { buildPress } from './build.ts';
export { openPress, type Press } from './press.ts';
export { type PressOrder, pressEverything } from './pressEverything.ts';
export { type Damage, openPrinter, type Printer, type Turn } from './printer.ts';
export { type FindStandIn, type Unprintable, withStandIns } from './standIns.ts';
