import type { Endpoint, PayloadRequest } from 'payload';
import { type AskedBefore, nearest } from '../admin/asked/nearest.ts';
import { said } from '../fields/said.ts';
import { textProblem } from '../fields/text.ts';
import { Refusal } from '../hooks/refusal.ts';

const signIn = said('Sign in first.', 'Primero inicie sesión.');
const noWords = said('Write the words of the question.', 'Escriba las palabras de la pregunta.');

/** The longest text that is compared. */
const longest = 1_000;

/** The questions that the library has already, nearest to what somebody asks. It is a POST so that a family's words stand in no address and in no log. */
export const askedBefore: Endpoint = {
  path: '/asked-before',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new Refusal(req, signIn, 401);
    const near: AskedBefore[] = await nearest(req, await wordsIn(req));
    return Response.json({ near }, { headers: { 'Cache-Control': 'no-store' } });
  },
};

async function wordsIn(req: PayloadRequest): Promise<string> {
  const given: unknown = await req.json?.().catch(() => undefined);
  const words = (given as { words?: unknown } | null | undefined)?.words;
  if (words === undefined || words === null) throw new Refusal(req, noWords);
  const problem = textProblem(words, longest);
  if (problem) throw new Refusal(req, problem);
  return words as string;
}
