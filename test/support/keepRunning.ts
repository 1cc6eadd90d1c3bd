import { basename } from 'node:path';
import { Processes } from '../../cms/commands/processes.ts';

/** A command that keeps the scripts which it is given running, as `npm start` keeps its own: `node keepRunning.ts <script>…`. */
const processes = new Processes();
for (const script of process.argv.slice(2)) processes.start({ name: basename(script), run: [script] });
