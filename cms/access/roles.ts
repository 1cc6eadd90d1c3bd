import type { PayloadRequest } from 'payload';

export const roles = ['admin', 'editor', 'clinician'] as const;
export type Role = (typeof roles)[number];

/** The role of whoever signed in; none without a session. The commands and the publisher act as the system, past these policies. */
export function roleOf(req: PayloadRequest): Role | undefined {
  const { user } = req;
  return user?.collection === 'staff' ? user.role : undefined;
}
