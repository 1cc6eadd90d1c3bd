import type { Acl, Algoliasearch, SearchParamsObject, SearchQuery } from 'algoliasearch';
import type { z } from 'zod';
import { facetHits, passes } from './facets.ts';
import { queryIndex } from './query.ts';
import { Refused } from './refused.ts';
import * as shapes from './shapes.ts';
import { checkRequests, type Store, type StoredObject } from './store.ts';

/** What a call carries, parsed. */
interface Call<Body> {
  index: string;
  /** The last part of the address, where it names an object, a task or a key. */
  id: string;
  body: Body;
  /** What follows the `?`, but for credentials. */
  search: Record<string, string>;
  /** The key that asks. */
  key: string;
}

/** A call as the client's method of that name makes it, and answered with the type that the method answers with. */
export interface Route<Name extends keyof Algoliasearch = keyof Algoliasearch, Body = never> {
  name: Name;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{indexName}` and the client's names for other parts. */
  path: string;
  /** What a key must be allowed. */
  acl: Acl;
  /** What may follow the `?`. */
  search?: readonly string[];
  body?: z.ZodType<Body>;
  answer(call: Call<Body>, store: Store): Answer<Algoliasearch[Name]>;
}

type Answer<Method> = Method extends (...given: never[]) => Promise<infer Answered> ? Answered : never;

function route<Name extends keyof Algoliasearch, Body = undefined>(given: Route<Name, Body>): Route {
  return given as unknown as Route;
}

const index = '/1/indexes/{indexName}';

/** The calls of Algolia's search API that this project makes or could make, and no others. https://www.algolia.com/doc/rest-api/search/ */
export const routes: readonly Route[] = [
  route({
    name: 'search',
    method: 'POST',
    path: '/1/indexes/*/queries',
    acl: 'search',
    body: shapes.searches,
    answer: ({ body }, store) => ({ results: body.requests.map((request) => ({ ...searched(request, store), index: request.indexName })) as never }),
  }),
  route({
    name: 'getObjects',
    method: 'POST',
    path: '/1/indexes/*/objects',
    acl: 'search',
    body: shapes.objects,
    answer: ({ body }, store) => ({
      // An object that is not there is null in its place.
      results: body.requests.map(({ indexName, objectID, attributesToRetrieve }) =>
        only(store.existing(indexName).objects.get(objectID), attributesToRetrieve),
      ) as never,
    }),
  }),
  route({
    name: 'searchSingleIndex',
    method: 'POST',
    path: `${index}/query`,
    acl: 'search',
    body: shapes.searchParams,
    answer: ({ index, body }, store) => queryIndex(store.existing(index), body) as never,
  }),
  route({
    name: 'searchForFacetValues',
    method: 'POST',
    path: `/1/indexes/{indexName}/facets/{facetName}/query`,
    acl: 'search',
    body: shapes.facetValues,
    answer: ({ index, id, body }, store) => ({ ...facets(store, index, id, body.facetQuery, body.maxFacetHits), exhaustiveFacetsCount: true }),
  }),
  route({
    name: 'browse',
    method: 'POST',
    path: `${index}/browse`,
    acl: 'browse',
    body: shapes.browseParams,
    answer: ({ index, body }, store) => browsed([...store.existing(index).objects.values()], Number(body.cursor ?? 0), store.browsedAtOnce) as never,
  }),
  route({
    name: 'batch',
    method: 'POST',
    path: `${index}/batch`,
    acl: 'addObject',
    body: shapes.batch,
    answer({ index, body }, store) {
      checkRequests(body.requests);
      return { taskID: store.task(() => store.apply(index, body.requests)), objectIDs: body.requests.map((request) => String(request.body.objectID)) };
    },
  }),
  route({
    name: 'getTask',
    method: 'GET',
    path: `${index}/task/{taskID}`,
    acl: 'addObject',
    answer: ({ id }, store) => ({ status: store.poll(Number(id)), pendingTask: false }),
  }),
  route({
    name: 'getSettings',
    method: 'GET',
    path: `${index}/settings`,
    acl: 'settings',
    search: ['getVersion'],
    answer: ({ index }, store) => store.existing(index).settings,
  }),
  route({
    name: 'setSettings',
    method: 'PUT',
    path: `${index}/settings`,
    acl: 'editSettings',
    search: ['forwardToReplicas'],
    body: shapes.settings,
    answer: ({ index, body }, store) => updated(store.task(() => Object.assign(store.changing(index).settings, body))),
  }),
  route({
    name: 'saveSynonyms',
    method: 'POST',
    path: `${index}/synonyms/batch`,
    acl: 'editSettings',
    search: ['forwardToReplicas', 'replaceExistingSynonyms'],
    body: shapes.synonyms,
    answer: ({ index, body, search }, store) =>
      updated(store.task(() => replaced(store.changing(index).synonyms, body, search.replaceExistingSynonyms === 'true'))),
  }),
  route({
    name: 'searchSynonyms',
    method: 'POST',
    path: `${index}/synonyms/search`,
    acl: 'settings',
    body: shapes.synonymSearch,
    answer: ({ index, body }, store) => paged([...store.existing(index).synonyms.values()], body),
  }),
  route({
    name: 'clearSynonyms',
    method: 'POST',
    path: `${index}/synonyms/clear`,
    acl: 'editSettings',
    search: ['forwardToReplicas'],
    answer: ({ index }, store) => updated(store.task(() => store.changing(index).synonyms.clear())),
  }),
  route({
    name: 'saveRules',
    method: 'POST',
    path: `${index}/rules/batch`,
    acl: 'editSettings',
    search: ['forwardToReplicas', 'clearExistingRules'],
    body: shapes.rules,
    answer: ({ index, body, search }, store) => updated(store.task(() => replaced(store.changing(index).rules, body, search.clearExistingRules === 'true'))),
  }),
  route({
    name: 'searchRules',
    method: 'POST',
    path: `${index}/rules/search`,
    acl: 'settings',
    body: shapes.ruleSearch,
    answer: ({ index, body }, store) => paged([...store.existing(index).rules.values()], body),
  }),
  route({
    name: 'clearRules',
    method: 'POST',
    path: `${index}/rules/clear`,
    acl: 'editSettings',
    search: ['forwardToReplicas'],
    answer: ({ index }, store) => updated(store.task(() => store.changing(index).rules.clear())),
  }),
  route({
    name: 'operationIndex',
    method: 'POST',
    path: `${index}/operation`,
    acl: 'addObject',
    body: shapes.operation,
    answer: ({ index, body }, store) => {
      if (body.scope && body.operation === 'move') throw new Refused(400, 'scope is not allowed with the move operation');
      return updated(
        store.task(() => {
          const source = store.indexes.get(index);
          // As a move that was asked for twice: the second finds nothing to move.
          if (!source) return;
          if (body.operation === 'move') store.indexes.delete(index);
          const whole = structuredClone(source);
          const part = Object.fromEntries((body.scope ?? []).map((name) => [name, whole[name]]));
          store.indexes.set(body.destination, body.scope ? { ...store.changing(body.destination), ...part } : whole);
        }),
      );
    },
  }),
  route({
    name: 'deleteIndex',
    method: 'DELETE',
    path: index,
    acl: 'deleteIndex',
    answer: ({ index }, store) => ({ deletedAt: now(), taskID: store.task(() => store.indexes.delete(index)) }),
  }),
  route({
    name: 'deleteBy',
    method: 'POST',
    path: `${index}/deleteByQuery`,
    acl: 'deleteIndex',
    body: shapes.deletion,
    answer: ({ index, body }, store) =>
      updated(
        store.task(() => {
          const found = store.existing(index);
          for (const object of found.objects.values()) if (passes(object, body.facetFilters, found)) found.objects.delete(object.objectID);
        }),
      ),
  }),
  route({
    name: 'getObject',
    method: 'GET',
    path: `${index}/{objectID}`,
    acl: 'search',
    search: ['attributesToRetrieve'],
    answer({ index, id, search }, store) {
      const object = only(store.existing(index).objects.get(id), search.attributesToRetrieve?.split(','));
      if (!object) throw new Refused(404, 'ObjectID does not exist');
      return object;
    },
  }),
  route({
    name: 'addOrUpdateObject',
    method: 'PUT',
    path: `${index}/{objectID}`,
    acl: 'addObject',
    body: shapes.object,
    answer({ index, id, body }, store) {
      const requests = [{ action: 'addObject' as const, body: { ...body, objectID: id } }];
      checkRequests(requests);
      return { ...updated(store.task(() => store.apply(index, requests))), objectID: id };
    },
  }),
  route({
    name: 'deleteObject',
    method: 'DELETE',
    path: `${index}/{objectID}`,
    acl: 'deleteObject',
    answer: ({ index, id }, store) => ({
      deletedAt: now(),
      taskID: store.task(() => store.apply(index, [{ action: 'deleteObject', body: { objectID: id } }])),
    }),
  }),
  route({
    name: 'getApiKey',
    method: 'GET',
    path: '/1/keys/{key}',
    acl: 'search',
    answer({ id, key }, store) {
      const acl = store.keys.get(id);
      // A key may ask after itself; only the admin key, which no test has, after others.
      if (key !== id) throw new Refused(403, 'Method not allowed with this API key');
      if (!acl) throw new Refused(404, 'Key does not exist');
      return { value: id, createdAt: 1_700_000_000, acl, validity: 0 };
    },
  }),
];

function searched(request: SearchQuery, store: Store) {
  const { indexName, type, ...params } = request;
  // No shape takes a search as one string.
  if (type !== 'facet') return queryIndex(store.existing(indexName), params as SearchParamsObject);
  return { ...facets(store, indexName, request.facet ?? '', request.facetQuery, request.maxFacetHits), exhaustiveFacetsCount: true };
}

function facets(store: Store, index: string, name: string, query = '', most = 10) {
  const found = store.existing(index);
  return { facetHits: facetHits([...found.objects.values()], name, query, most, found), processingTimeMS: 1 };
}

function only(object: StoredObject | undefined, names: readonly string[] | undefined): StoredObject | null {
  if (!object) return null;
  return Object.fromEntries(Object.entries(object).filter(([name]) => name === 'objectID' || !names || names.includes(name))) as StoredObject;
}

function browsed(objects: readonly object[], from: number, atOnce: number) {
  const to = from + atOnce;
  return { hits: objects.slice(from, to), nbHits: objects.length, ...(to < objects.length && { cursor: String(to) }) };
}

function paged<T>(all: readonly T[], { page = 0, hitsPerPage = 20 }: { page?: number | undefined; hitsPerPage?: number | undefined }) {
  const hits = all.slice(page * hitsPerPage, (page + 1) * hitsPerPage);
  return { hits, nbHits: all.length, page, nbPages: Math.ceil(all.length / hitsPerPage) };
}

function replaced<T extends { objectID: string }>(standing: Map<string, T>, by: readonly T[], all: boolean): void {
  if (all) standing.clear();
  for (const one of by) standing.set(one.objectID, one);
}

function updated(taskID: number) {
  return { updatedAt: now(), taskID };
}

function now(): string {
  return new Date().toISOString();
}
