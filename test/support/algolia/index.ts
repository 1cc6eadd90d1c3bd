import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BatchRequest, IndexSettings, OperationIndexParams, SearchForHits, SynonymHit } from 'algoliasearch';
import { queryIndex } from './query.ts';
import { checkRequests, Refused, Store } from './store.ts';

export const appId = 'TESTAPP';
export const writeKey = 'write-key';
export const searchKey = 'search-key';

interface Logged {
  method: string;
  path: string;
  key: string;
  body: unknown;
}

export interface AlgoliaDouble {
  /** With scheme and port, as ALGOLIA_HOST takes it. */
  host: string;
  store: Store;
  log: Logged[];
  /** What every answer is from now on: Algolia's own, an error, or none at all. */
  fault: 'none' | 'hang' | 500;
  close(): Promise<void>;
}

type Handler = (parts: { index: string; id: string; body: never; search: URLSearchParams }, store: Store) => unknown;

/** The calls of Algolia's search API that this project makes, and no others. https://www.algolia.com/doc/rest-api/search/ */
const routes: { method: string; path: RegExp; for: 'search' | 'write'; answer: Handler }[] = [
  {
    method: 'POST',
    path: /^\/1\/indexes\/\*\/queries$/,
    for: 'search',
    answer: ({ body }: { body: { requests: SearchForHits[] } }, store) => ({
      results: body.requests.map(({ indexName, type: _, ...params }) => ({ ...queryIndex(store.existing(indexName), params as object), index: indexName })),
    }),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/\*\/objects$/,
    for: 'write',
    answer: ({ body }: { body: { requests: { indexName: string; objectID: string; attributesToRetrieve?: string[] }[] } }, store) => ({
      results: body.requests.map(({ indexName, objectID, attributesToRetrieve }) => {
        const object = store.existing(indexName).objects.get(objectID);
        return object
          ? Object.fromEntries(Object.entries(object).filter(([name]) => name === 'objectID' || !attributesToRetrieve || attributesToRetrieve.includes(name)))
          : null;
      }),
    }),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/query$/,
    for: 'search',
    answer: ({ index, body }, store) => queryIndex(store.existing(index), body),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/browse$/,
    for: 'write',
    answer: ({ index, body }: { index: string; body: { cursor?: string } }, store) =>
      browse([...store.existing(index).objects.values()], Number(body.cursor ?? 0)),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/batch$/,
    for: 'write',
    answer: ({ index, body }: { index: string; body: { requests: BatchRequest[] } }, store) => {
      checkRequests(body.requests);
      return {
        taskID: store.task(() => store.apply(index, body.requests)),
        objectIDs: body.requests.map((request) => (request.body as { objectID: string }).objectID),
      };
    },
  },
  {
    method: 'GET',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/task\/(?<id>\d+)$/,
    for: 'write',
    answer: ({ id }, store) => ({ status: store.poll(Number(id)), pendingTask: false }),
  },
  { method: 'GET', path: /^\/1\/indexes\/(?<index>[^/]+)\/settings$/, for: 'write', answer: ({ index }, store) => store.existing(index).settings },
  {
    method: 'PUT',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/settings$/,
    for: 'write',
    answer: ({ index, body }: { index: string; body: IndexSettings }, store) =>
      updated(
        store.task(() => {
          Object.assign(store.changing(index).settings, body);
        }),
      ),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/synonyms\/batch$/,
    for: 'write',
    answer: ({ index, body, search }: { index: string; body: SynonymHit[]; search: URLSearchParams }, store) =>
      updated(
        store.task(() => {
          const { synonyms } = store.changing(index);
          if (search.get('replaceExistingSynonyms') === 'true') synonyms.clear();
          for (const synonym of body) synonyms.set(synonym.objectID, synonym);
        }),
      ),
  },
  {
    method: 'POST',
    path: /^\/1\/indexes\/(?<index>[^/]+)\/operation$/,
    for: 'write',
    answer: ({ index, body }: { index: string; body: OperationIndexParams }, store) => {
      if (body.operation !== 'move') throw new Refused(400, `invalid operation: ${body.operation}`);
      return updated(
        store.task(() => {
          store.indexes.set(body.destination, store.existing(index));
          store.indexes.delete(index);
        }),
      );
    },
  },
  {
    method: 'DELETE',
    path: /^\/1\/indexes\/(?<index>[^/]+)$/,
    for: 'write',
    answer: ({ index }, store) => ({
      deletedAt: new Date().toISOString(),
      taskID: store.task(() => {
        store.indexes.delete(index);
      }),
    }),
  },
];

/** Objects to a page of what is browsed; Algolia's own has 1,000. */
const browsedAtOnce = 5;

function browse(objects: object[], from: number) {
  const to = from + browsedAtOnce;
  return { hits: objects.slice(from, to), nbHits: objects.length, ...(to < objects.length && { cursor: String(to) }) };
}

function updated(taskID: number) {
  return { updatedAt: new Date().toISOString(), taskID };
}

/** A server that answers Algolia's own clients as Algolia does, strictly: unknown calls and parameters, wrong keys and large records are refused. */
export async function startAlgolia(port = 0): Promise<AlgoliaDouble> {
  const double: AlgoliaDouble = { host: '', store: new Store(), log: [], fault: 'none', close: () => closed(server) };
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
  const url = new URL(request.url ?? '/', 'http://algolia');
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Content-Type', 'application/json; charset=UTF-8');
  const text = await new Response(request as never).text();
  const body: unknown = text ? JSON.parse(text) : undefined;
  const credential = (name: string) => String(request.headers[`x-algolia-${name}`] ?? url.searchParams.get(`x-algolia-${name}`) ?? '');
  double.log.push({ method: request.method ?? '', path: url.pathname, key: credential('api-key'), body });
  if (double.fault === 'hang') return;
  try {
    if (double.fault === 500) throw new Refused(500, 'Internal error');
    if (credential('application-id') !== appId) throw new Refused(403, 'Invalid Application-ID or API key');
    response.end(JSON.stringify(dispatch(request.method ?? '', url, credential('api-key'), body, double.store)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    response.statusCode = error.status;
    response.end(JSON.stringify({ message: error.message, status: error.status }));
  }
}

function dispatch(method: string, url: URL, key: string, body: unknown, store: Store): unknown {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(decodeURIComponent(url.pathname)) : null;
    if (!match) continue;
    if (key !== writeKey && !(key === searchKey && route.for === 'search')) throw new Refused(403, 'Method not allowed with this API key');
    return route.answer({ index: match.groups?.index ?? '', id: match.groups?.id ?? '', body: body as never, search: url.searchParams }, store);
  }
  throw new Refused(404, `Path not found: ${method} ${url.pathname}`);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done, failed) => {
    server.close((error) => (error ? failed(error) : done()));
  });
}
