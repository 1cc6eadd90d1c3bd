import type { AddressInfo } from 'node:net';
import { createSiteServer } from './index.ts';
import { type ServerSettings, serverSettings } from './settings.ts';

/** The static site as a process: `node site/server/main.ts`. Ends with status 1 and one sentence when it cannot start. */
function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function read(): ServerSettings {
  try {
    return serverSettings(process.env);
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { port, host, outDir, record } = read();
const server = createSiteServer({ outDir, record });

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') fail(`Port ${port} is in use. Stop what runs there, or choose another with PORT=…`);
  if (error.code === 'EACCES') fail(`Port ${port} may not be used by this user. Choose one above 1023 with PORT=…`);
  fail(`The site could not start on port ${port}: ${error.message}`);
});
server.listen(port, host, () => console.log(`Site: http://localhost:${(server.address() as AddressInfo).port}`));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
