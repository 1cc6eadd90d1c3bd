import type { Endpoint, PayloadRequest } from 'payload';
import { roleOf } from '../access/roles.ts';
import { said } from '../fields/said.ts';
import { Refusal } from '../hooks/refusal.ts';
import { askForAudit, auditState } from '../publishing/audit/kept.ts';

const path = '/audit';

/** 'Check everything': asks the publisher for an audit, which begins when nothing is being printed. For admins. */
const ask: Endpoint = {
  path,
  method: 'post',
  handler: async (req) => {
    refuseOthers(req);
    return answer(202, { asked: await askForAudit(req.payload) });
  },
};

/** Whether an audit is asked for that has not ended yet, and when the last one ended. For all who see the dashboard. */
const state: Endpoint = {
  path,
  method: 'get',
  handler: async (req) => {
    refuseStrangers(req);
    const { last, askedAt } = await auditState(req.payload);
    return answer(200, { isUnderWay: askedAt !== undefined, endedAt: last?.endedAt ?? null });
  },
};

export const audit = [ask, state];

function refuseStrangers(req: PayloadRequest): void {
  if (!req.user) throw new Refusal(req, said('Sign in first.', 'Inicie sesión primero.'), 401);
}

function refuseOthers(req: PayloadRequest): void {
  refuseStrangers(req);
  if (roleOf(req) !== 'admin') throw new Refusal(req, said('Only admins check everything.', 'Solo las personas administradoras revisan todo.'), 403);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
