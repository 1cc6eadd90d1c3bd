import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Acl, BatchRequest, IndexSettings, Rule, SynonymHit } from 'algoliasearch';
import { Refused } from './refused.ts';

export type StoredObject = Record<string, unknown> & { objectID: string };

export interface StoredIndex {
  objects: Map<string, StoredObject>;
  settings: IndexSettings;
  synonyms: Map<string, SynonymHit>;
  rules: Map<string, Rule>;
}

interface Task {
  taskID: number;
  polls: number;
  apply: () => void;
}

/** The indexes of one application. A write becomes a task and takes effect only once the task is published, in the order of the tasks. */
export class Store {
  readonly indexes = new Map<string, StoredIndex>();
  /** The keys that there are, and what each may do. */
  readonly keys = new Map<string, Acl[]>();
  /** How often a task answers `notPublished` before it is published; it takes effect with that answer, or with `settle`, never before. */
  polls = 0;
  /** Objects to a page of what is browsed; Algolia's own has 1,000. */
  browsedAtOnce = 5;
  private waiting: Task[] = [];
  private lastTask = 100;
  private readonly file: string | undefined;

  /** `file` keeps the published indexes, so that another process can go on where a killed one stopped. Tasks that waited are lost with it. */
  constructor(file?: string) {
    this.file = file;
    for (const [name, index] of kept(file)) this.indexes.set(name, index);
  }

  existing(name: string): StoredIndex {
    const index = this.indexes.get(name);
    if (!index) throw new Refused(404, `Index ${name} does not exist`);
    return index;
  }

  changing(name: string): StoredIndex {
    const index = this.indexes.get(name) ?? { objects: new Map(), settings: {}, synonyms: new Map(), rules: new Map() };
    this.indexes.set(name, index);
    return index;
  }

  task(apply: () => void): number {
    this.lastTask += 1;
    this.waiting.push({ taskID: this.lastTask, polls: this.polls, apply });
    return this.lastTask;
  }

  /** Asks after a task: after enough questions it is published, and everything before it. */
  poll(taskID: number): 'published' | 'notPublished' {
    const task = this.waiting.find((one) => one.taskID === taskID);
    if (!task) {
      if (taskID > this.lastTask) throw new Refused(404, 'task does not exist');
      return 'published';
    }
    task.polls -= 1;
    if (task.polls >= 0) return 'notPublished';
    this.publish(this.waiting.filter((one) => one.taskID <= taskID));
    return 'published';
  }

  /** Algolia carries out what it accepted, whether anybody asks after it or not. */
  settle(): void {
    this.publish(this.waiting);
  }

  apply(name: string, requests: readonly BatchRequest[]): void {
    const { objects } = this.changing(name);
    for (const { action, body } of requests) {
      const object = body as StoredObject;
      const standing = objects.get(object.objectID);
      if (action === 'deleteObject') objects.delete(object.objectID);
      else if (action === 'addObject' || action === 'updateObject') objects.set(object.objectID, object);
      else if (standing || action === 'partialUpdateObject') objects.set(object.objectID, { ...standing, ...object });
    }
  }

  private publish(due: readonly Task[]): void {
    for (const task of due) task.apply();
    this.waiting = this.waiting.filter((task) => !due.includes(task));
    if (!this.file) return;
    writeFileSync(`${this.file}.new`, JSON.stringify([...this.indexes].map(([name, index]) => [name, written(index)])));
    renameSync(`${this.file}.new`, this.file);
  }
}

type Written = ReturnType<typeof written>;

function written({ objects, settings, synonyms, rules }: StoredIndex) {
  return { objects: [...objects.values()], settings, synonyms: [...synonyms.values()], rules: [...rules.values()] };
}

function kept(file: string | undefined): [string, StoredIndex][] {
  const text = file && readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  const byId = <T extends { objectID: string }>(all: T[]) => new Map(all.map((one) => [one.objectID, one]));
  return (text ? (JSON.parse(text) as [string, Written][]) : []).map(([name, { objects, settings, synonyms, rules }]) => [
    name,
    { objects: byId(objects), settings, synonyms: byId(synonyms), rules: byId(rules) },
  ]);
}

/** Algolia's limit for one record on its smaller plans. https://support.algolia.com/hc/en-us/articles/4406981897617 */
const recordLimit = 10_000;

/** Refuses what Algolia refuses of a batch as a whole: nothing of it is carried out. */
export function checkRequests(requests: readonly BatchRequest[]): void {
  for (const [position, { body }] of requests.entries()) {
    const { objectID } = body as Partial<StoredObject>;
    if (typeof objectID !== 'string' || !objectID) throw new Refused(400, 'Missing mandatory objectID attribute');
    const size = Buffer.byteLength(JSON.stringify(body));
    if (size > recordLimit) throw new Refused(400, `Record at the position ${position} objectID=${objectID} is too big size=${size}/${recordLimit} bytes.`);
  }
}
