/** Who belongs to which key. There may be a hundred thousand keys, most of them with a single one: no Set is made for that. */
export class Relation {
  readonly #entries = new Map<string, { key: string; who: string | Set<string> }>();

  /** Returns the one copy of the key, for others to keep. */
  add(key: string, one: string): string {
    const entry = this.#entries.get(key);
    if (!entry) this.#entries.set(key, { key, who: one });
    else if (typeof entry.who !== 'string') entry.who.add(one);
    else if (entry.who !== one) entry.who = new Set([entry.who, one]);
    return entry?.key ?? key;
  }

  /** Says whether nobody is left at the key. */
  delete(key: string, one: string): boolean {
    const who = this.#entries.get(key)?.who;
    if (typeof who === 'object') who.delete(one);
    if (who !== one && (typeof who === 'string' || who?.size)) return false;
    this.#entries.delete(key);
    return true;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  of(key: string): Iterable<string> {
    const who = this.#entries.get(key)?.who ?? [];
    return typeof who === 'string' ? [who] : who;
  }
}
