import { randomInt } from 'node:crypto';
import type { Payload } from 'payload';
import type { Env } from '../env.ts';

export const sampleEmail = 'staff@example.org';

export interface SignIn {
  email: string;
  /** Only where it was made here: it is shown once and stored nowhere but as its hash. */
  password?: string;
}

/** Makes the first account where there is none, so that nobody can claim a fresh installation: the operator's, or one with a random password. */
export async function firstStaffAccount(payload: Payload, env: Env): Promise<SignIn | undefined> {
  const { totalDocs } = await payload.count({ collection: 'staff' });
  if (totalDocs > 0) return undefined;
  const email = env.STAFF_EMAIL ?? sampleEmail;
  const password = env.STAFF_PASSWORD ?? randomPassword();
  await payload.create({ collection: 'staff', data: { email, password, name: 'Staff', role: 'admin' } });
  return env.STAFF_PASSWORD ? { email } : { email, password };
}

/** Four groups of five letters and digits that are not mistaken for one another: about 98 bits. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}
