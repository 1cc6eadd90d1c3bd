import type { Access } from 'payload';
import { roleOf } from './roles.ts';

/** Admins reach every account, others their own. */
export const ownAccount: Access = ({ req }) => {
  const role = roleOf(req);
  if (role === 'admin') return true;
  return role !== undefined && req.user ? { id: { equals: req.user.id } } : false;
};
