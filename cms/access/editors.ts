import type { Access } from 'payload';
import { roleOf } from './roles.ts';

/** Those who write: editors and admins. Clinicians review and write nothing else. */
export const editors: Access = ({ req }) => ['admin', 'editor'].includes(roleOf(req) ?? '');
