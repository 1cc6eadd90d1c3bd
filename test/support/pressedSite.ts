import type { AddressInfo } from 'node:net';
import type { PressOrder } from '../../site/press/index.ts';
import { createSiteServer } from '../../site/server/index.ts';
import { createTestPress } from './press.ts';

export interface PressedSite {
  /** Where the site answers, without a closing slash. */
  origin: string;
  outDir: string;
  close(): Promise<void>;
}

/** The fixture library, or another, printed by the real press and served by the real server; without a search index. */
export async function pressedSite(order: Partial<PressOrder> = {}): Promise<PressedSite> {
  const { outDir, record, print, close } = await createTestPress();
  const { errors } = await print(order);
  if (errors.length > 0) throw new Error(`The press could not print ${errors.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
  const server = createSiteServer({ outDir, record });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    outDir,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
      await close();
    },
  };
}
