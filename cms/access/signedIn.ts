import type { Access } from 'payload';
import { roleOf } from './roles.ts';

/** Every member of staff. Families read published files, never this. */
export const signedIn: Access = ({ req }) => roleOf(req) !== undefined;
