import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import { said } from '../fields/said.ts';
import { Refusal } from './refusal.ts';

/** Somebody must be able to manage staff: the last admin is neither removed nor given another role. */
export const keepAnAdminOnChange: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const steppingDown = operation === 'update' && originalDoc?.role === 'admin' && data.role !== undefined && data.role !== 'admin';
  if (steppingDown) await requireAnotherAdmin(req, originalDoc.id);
  return data;
};

export const keepAnAdminOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { role } = await req.payload.findByID({ collection: 'staff', id, depth: 0, req });
  if (role === 'admin') await requireAnotherAdmin(req, id);
};

async function requireAnotherAdmin(req: PayloadRequest, id: number | string): Promise<void> {
  const { totalDocs } = await req.payload.count({ collection: 'staff', where: { role: { equals: 'admin' }, id: { not_equals: id } }, req });
  if (totalDocs > 0) return;
  throw new Refusal(
    req,
    said(
      'Role: this is the only admin. Make somebody else an admin first.',
      'Función: esta es la única cuenta de administración. Primero dé esa función a otra persona.',
    ),
  );
}
