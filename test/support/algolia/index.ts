import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Acl, Algoliasearch } from 'algoliasearch';
import { Refused } from './refused.ts';
import { type Route, routes } from './routes.ts';
import { Store } from './store.ts';

export const appId = 'TESTAPP';
export const writeKey = 'write-key';
export const searchKey = 'search-key';

/** What README tells an operator to allow the write key. */
const writeRights: Acl[] = ['search', 'browse', 'addObject', 'deleteObject', 'deleteIndex', 'settings', 'editSettings'];

interface Logged {
  /** When it came, by `performance.now()`. */
  at: number;
  method: string;
  path: string;
  /** The client's method that makes this call; none where the double does not know it. */
  name: keyof Algoliasearch | undefined;
  key: string;
  /** What follows the `?`, credentials too. */
  search: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** An answer other than Algolia's own: an error, or none at all. */
export type Fault = 'none' | 'hang' | 429 | 500;

export interface AlgoliaDouble {
  /** With scheme and port, as ALGOLIA_HOST takes it. */
  host: string;
  store: Store;
  log: Logged[];
  /** What every answer is from now on, or what the answer to each call is. */
  fault: Fault | ((call: Logged) => Fault);
  close(): Promise<void>;
}

/**
 * A server that answers Algolia's own clients as Algolia does, strictly: unknown calls, names and kinds, wrong keys and large records are refused. `file`
 * keeps its indexes.
 */
export async function startAlgolia({ port = 0, file }: { port?: number; file?: string } = {}): Promise<AlgoliaDouble> {
  const double: AlgoliaDouble = { host: '', store: new Store(file), log: [], fault: 'none', close: () => closed(server) };
  double.store.keys.set(writeKey, writeRights).set(searchKey, ['search']);
  const server = createServer((request, response) => {
    void answer(request, response, double).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening);
  });
  double.host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return double;
}

async function answer(request: IncomingMessage, response: ServerResponse, double: AlgoliaDouble): Promise<void> {
  const { method = '' } = request;
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Content-Type', 'application/json; charset=UTF-8');
  if (method === 'OPTIONS') return void response.setHeader('Access-Control-Allow-Headers', '*').setHeader('Access-Control-Allow-Methods', '*').end();
  const url = new URL(request.url ?? '/', 'http://algolia');
  const search = Object.fromEntries(url.searchParams);
  const sent = await buffer(request);
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString();
  const credential = (name: string) => String(request.headers[`x-algolia-${name}`] ?? search[`x-algolia-${name}`] ?? '');
  const found = routeOf(method, url.pathname);
  const call: Logged = {
    at: performance.now(),
    method,
    path: url.pathname,
    name: found?.route.name,
    key: credential('api-key'),
    search,
    headers: request.headers,
    body: bodyOf(text),
  };
  double.log.push(call);
  const fault = typeof double.fault === 'function' ? double.fault(call) : double.fault;
  if (fault === 'hang') return;
  try {
    if (fault !== 'none') throw new Refused(fault, fault === 429 ? 'Too many requests' : 'Internal error');
    if (credential('application-id') !== appId) throw new Refused(403, 'Invalid Application-ID or API key');
    if (!found) throw new Refused(404, `Path not found: ${method} ${url.pathname}`);
    response.end(JSON.stringify(answered(found, call, double.store)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 429) response.setHeader('Retry-After', '1');
    response.statusCode = error.status;
    response.end(JSON.stringify({ message: error.message, status: error.status }));
  }
}

interface Found {
  route: Route;
  index: string;
  id: string;
}

function routeOf(method: string, path: string): Found | undefined {
  for (const route of routes) {
    const pattern = route.path.replace('*', '\\*').replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name === 'indexName' ? 'index' : 'id'}>[^/]+)`);
    const match = route.method === method ? new RegExp(`^${pattern}$`).exec(path) : null;
    if (match) return { route, index: decodeURIComponent(match.groups?.index ?? ''), id: decodeURIComponent(match.groups?.id ?? '') };
  }
  return undefined;
}

function answered({ route, index, id }: Found, { key, search, body }: Logged, store: Store): unknown {
  const rights = store.keys.get(key);
  if (!rights) throw new Refused(403, 'Invalid Application-ID or API key');
  if (!rights.includes(route.acl)) throw new Refused(403, 'Method not allowed with this API key');
  const given = Object.fromEntries(Object.entries(search).filter(([name]) => !name.startsWith('x-algolia-')));
  for (const name of Object.keys(given)) if (!route.search?.includes(name)) throw new Refused(400, `Unknown parameter: ${name}`);
  if (!route.body) return route.answer({ index, id, body: undefined as never, search: given, key }, store);
  const parsed = (route.body as Route<never, unknown>['body'])?.safeParse(body ?? {});
  if (!parsed?.success)
    throw new Refused(400, `Unknown parameter or wrong value: ${parsed?.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)}`);
  return route.answer({ index, id, body: parsed.data as never, search: given, key }, store);
}

function bodyOf(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new Refused(400, 'Invalid JSON');
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done, failed) => {
    server.close((error) => (error ? failed(error) : done()));
  });
}
