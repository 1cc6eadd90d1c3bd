import type { CollectionBeforeOperationHook } from 'payload';

/** A save answers with the whole document, whatever fields the request asks for: hooks that run after it are given no more than the answer. */
export const answerWhole: CollectionBeforeOperationHook = ({ args, operation }) =>
  ['create', 'update', 'delete'].includes(operation) ? { ...args, select: undefined } : args;
