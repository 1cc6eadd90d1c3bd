import type { Access } from 'payload';
import { roleOf } from './roles.ts';

/** Those who may say that a text is right: clinicians and admins. */
export const reviewers: Access = ({ req }) => ['admin', 'clinician'].includes(roleOf(req) ?? '');
