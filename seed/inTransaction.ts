import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload';

/** Marks the saves as the seed's own, so that they keep its hash: any other save clears it. */
export async function inTransaction(payload: Payload, work: (req: PayloadRequest) => Promise<void>): Promise<void> {
  const req = await createLocalReq({ context: { seeding: true } }, payload);
  const started = await initTransaction(req);
  try {
    await work(req);
    if (started) await commitTransaction(req);
  } catch (error) {
    if (started) await killTransaction(req);
    throw error;
  }
}
