import type { BatchRequest, IndexSettings, SynonymHit } from 'algoliasearch';

export type StoredObject = Record<string, unknown> & { objectID: string };

export interface StoredIndex {
  objects: Map<string, StoredObject>;
  settings: IndexSettings;
  synonyms: Map<string, SynonymHit>;
}

/** What Algolia would say no to. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The indexes of one application. A write becomes a task and takes effect only once the task is published, in the order of the tasks. */
export class Store {
  readonly indexes = new Map<string, StoredIndex>();
  /** How often a task answers `notPublished` before it is published; it takes effect with that answer, never before. */
  polls = 0;
  private waiting: { taskID: number; polls: number; apply: () => void }[] = [];
  private lastTask = 100;

  existing(name: string): StoredIndex {
    const index = this.indexes.get(name);
    if (!index) throw new Refused(404, `Index ${name} does not exist`);
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
    for (const due of this.waiting.filter((one) => one.taskID <= taskID)) due.apply();
    this.waiting = this.waiting.filter((one) => one.taskID > taskID);
    return 'published';
  }

  changing(name: string): StoredIndex {
    const index = this.indexes.get(name) ?? { objects: new Map(), settings: {}, synonyms: new Map() };
    this.indexes.set(name, index);
    return index;
  }

  apply(name: string, requests: readonly BatchRequest[]): void {
    const { objects } = this.changing(name);
    for (const { action, body } of requests) {
      const object = body as StoredObject;
      if (action === 'addObject') objects.set(object.objectID, object);
      else objects.delete(object.objectID);
    }
  }
}

/** Algolia's limit for one record on its smaller plans. https://support.algolia.com/hc/en-us/articles/4406981897617 */
const recordLimit = 10_000;

export function checkRequests(requests: readonly BatchRequest[]): void {
  for (const [position, { action, body }] of requests.entries()) {
    if (action !== 'addObject' && action !== 'deleteObject') throw new Refused(400, `invalid action: ${action}`);
    const { objectID } = body as Partial<StoredObject>;
    if (typeof objectID !== 'string' || !objectID) throw new Refused(400, 'Missing mandatory objectID attribute');
    const size = Buffer.byteLength(JSON.stringify(body));
    if (size > recordLimit) throw new Refused(400, `Record at the position ${position} objectID=${objectID} is too big size=${size}/${recordLimit} bytes.`);
  }
}
