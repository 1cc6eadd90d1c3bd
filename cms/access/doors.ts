import config from '@payload-config';
import { getPayload } from 'payload';
import { inKnownLocale } from './requestLocale.ts';

/** The only calls that the API answers without a session. */
const openDoors: [method: string, path: RegExp][] = [
  ['POST', /^\/api\/staff\/(login|forgot-password|reset-password|logout|refresh-token)$/],
  ['GET', /^\/api\/staff\/me$/],
  ['GET', /^\/api\/health$/],
];

/** Calls that nobody makes from outside: the first account is made by the start, and the publisher is the only one who runs anything. */
const shutDoors = [/^\/api\/staff\/(first-register|init|verify)\b/, /^\/api\/payload-(jobs|migrations|kv)\b/, /^\/api\/graphql/];

/** Who edits what is written by the admin's own server, never through the API. */
const adminOnlyWrites = /^\/api\/payload-locked-documents\b/;

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Puts one lock before every route, whatever Payload's plugins, collections or later versions open behind it: without a session there is no answer. */
export function behindDoors<Context>(handler: Handler<Context>): Handler<Context> {
  return async (given, context) => {
    const request = inKnownLocale(given);
    if (!request) return refusal(400, 'Language (locale): choose en or es.');
    const path = new URL(request.url).pathname.replace(/\/+$/, '');
    if (shutDoors.some((door) => door.test(path))) return refusal(403, 'This address is closed.');
    if (isOpenDoor(request.method, path)) return handler(request, context);
    const payload = await getPayload({ config });
    const { user } = await payload.auth({ headers: request.headers });
    if (!user) return refusal(401, 'Sign in first.');
    if (request.method !== 'GET' && adminOnlyWrites.test(path)) return refusal(403, 'The admin alone writes here.');
    return handler(request, context);
  };
}

function isOpenDoor(method: string, path: string): boolean {
  return openDoors.some(([open, door]) => open === method && door.test(path));
}

function refusal(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status, headers: { 'Cache-Control': 'no-store' } });
}
