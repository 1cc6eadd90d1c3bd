import { createHash, randomBytes } from 'node:crypto';

const written = /^[\w-]{43}$/;

/** 32 random bytes, written so that they fit into an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether this can be a token at all: what cannot is refused without asking the database. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && written.test(value);
}
