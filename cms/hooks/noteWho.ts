import type { FieldHook } from 'payload';

/** Who made a document: whoever signed in when it was made. What a request brings does not count. */
export const noteWho: FieldHook = ({ operation, req, value }) => {
  if (operation !== 'create') return value;
  return req.user?.collection === 'staff' ? req.user.id : null;
};
