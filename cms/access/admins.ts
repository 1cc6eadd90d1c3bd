import type { Access } from 'payload';
import { roleOf } from './roles.ts';

/** Those who manage staff. */
export const admins: Access = ({ req }) => roleOf(req) === 'admin';
