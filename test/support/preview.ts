import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPublishing } from './publishing.ts';

/** What the admin answers about previews, with its doors, without the admin's own screens. */
export interface TestPreview {
  /** An editor's session. */
  staff: string;
  answer(request: Request): Promise<Response>;
  /** Answers under a real address, as the admin does; the one who asks brings their session. */
  serve(change?: (path: string, html: string) => string): Promise<{ origin: string; close(): Promise<void> }>;
}

export async function openTestPreview({ payload }: TestPublishing): Promise<TestPreview> {
  const { handleEndpoints } = await import('payload');
  const { behindDoors } = await import('../../cms/access/doors.ts');
  const { config } = payload;
  const throughDoors = behindDoors((given: Request) => handleEndpoints({ config, request: given }));
  const answer = (request: Request) => throughDoors(request, undefined);
  const account = { email: 'ada@example.org', password: 'a long enough password' };
  await payload.create({ collection: 'staff', data: { ...account, name: 'Ada', role: 'editor' } });
  const { token } = await payload.login({ collection: 'staff', data: account });
  if (!token) throw new Error('The editor could not sign in.');

  return {
    staff: token,
    answer,
    async serve(change = (_, html) => html) {
      const server = createServer(async (asked, response) => {
        const path = asked.url ?? '/';
        const { status, headers, bytes } = await answered(answer, path, asked.headers.authorization);
        const isHtml = headers['content-type']?.startsWith('text/html');
        response.writeHead(status, headers).end(isHtml ? change(path, Buffer.from(bytes).toString()) : Buffer.from(bytes));
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => ended(server) };
    },
  };
}

async function answered(answer: TestPreview['answer'], path: string, authorization: string | undefined) {
  if (!path.startsWith('/preview/')) return { status: 200, headers: { 'content-type': 'text/html' } as Record<string, string>, bytes: new ArrayBuffer(0) };
  const response = await answer(new Request(`http://localhost:3000/api${path}`, { headers: authorization ? { Authorization: authorization } : {} }));
  return { status: response.status, headers: Object.fromEntries(response.headers), bytes: await response.arrayBuffer() };
}

function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}
