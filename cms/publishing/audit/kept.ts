import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import type { AuditReport } from './report.ts';

/** Someone wants everything checked now. */
export interface AuditRequest {
  id: string;
  at: string;
}

const request = 'audit request';
const report = 'audit report';

/** Asks whichever process publishes to check everything. Returns the request's id, which the report will name. */
export async function askForAudit(payload: Payload): Promise<string> {
  const asked: AuditRequest = { id: randomUUID(), at: new Date().toISOString() };
  await payload.kv.set(request, asked);
  return asked.id;
}

export async function auditRequest(payload: Payload): Promise<AuditRequest | null> {
  return payload.kv.get<AuditRequest>(request);
}

export async function keepAudit(payload: Payload, audit: AuditReport): Promise<void> {
  await payload.kv.set(report, audit);
}

/** What the last audit found; nothing before the first. */
export async function lastAudit(payload: Payload): Promise<AuditReport | null> {
  return payload.kv.get<AuditReport>(report);
}

/** The last audit, and since when one is asked for that has not ended. */
export async function auditState(payload: Payload): Promise<{ last: AuditReport | null; askedAt: string | undefined }> {
  const [last, asked] = await Promise.all([lastAudit(payload), auditRequest(payload)]);
  return { last, askedAt: asked && asked.id !== last?.asked && asked.at > (last?.startedAt ?? '') ? asked.at : undefined };
}
