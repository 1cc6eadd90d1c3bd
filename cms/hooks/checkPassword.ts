import type { CollectionBeforeOperationHook } from 'payload';
import { said } from '../fields/said.ts';
import { refuse } from './refuse.ts';

/** As long as the first admin's in the settings. */
const shortest = 12;

/** Payload takes any password, none too. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const password: unknown = (args as { data?: { password?: unknown } }).data?.password;
  const kept = operation === 'update' && (password === undefined || password === '');
  if (!['create', 'update', 'resetPassword'].includes(operation) || kept) return args;
  if (typeof password !== 'string' || password.length < shortest) {
    const message = said(`Choose a password of ${shortest} letters or more.`, `Elija una contraseña de ${shortest} letras o más.`);
    refuse(req, [{ path: 'password', message }], { collection: collection.slug });
  }
  return args;
};
