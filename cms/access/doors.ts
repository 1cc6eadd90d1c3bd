import config from '@payload-config';
import { getPayload, getRequestLanguage, parseCookies } from 'payload';
import { languageOf, type Said, said } from '../fields/said.ts';
import { queryMistake } from './readableQuery.ts';
import { inKnownLocale, isReadInPost } from './requestLocale.ts';

/** The only calls that the API answers without a session. */
const openDoors: [method: string, path: RegExp][] = [
  ['POST', /^\/api\/staff\/(login|forgot-password|reset-password|logout|refresh-token)$/],
  ['GET', /^\/api\/staff\/me$/],
  ['GET', /^\/api\/health$/],
  // Whoever has a link for a reviewer: its token is looked up, and opens one version of one document until it ends.
  ['GET', /^(\/api)?\/preview\/shared\/[^/]+(\/handout|\/files\/(assets|media)\/[^/]+)?$/],
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
    if (!request) return refusal(given, 400, said('Language (locale): choose en or es.', 'Idioma (locale): elija en o es.'));
    const path = new URL(request.url).pathname.replace(/\/+$/, '');
    if (shutDoors.some((door) => door.test(path))) return refusal(given, 403, said('This address is closed.', 'Esta dirección está cerrada.'));
    if (isOpenDoor(request.method, path)) return handler(request, context);
    const payload = await getPayload({ config });
    const { user } = await payload.auth({ headers: request.headers });
    if (!user) return refusal(given, 401, said('Sign in first.', 'Inicie sesión primero.'));
    if (request.method !== 'GET' && adminOnlyWrites.test(path))
      return refusal(given, 403, said('The admin alone writes here.', 'Aquí escribe solo el panel de administración.'));
    const mistake = queryMistake(isReadInPost(request) ? new URLSearchParams(await request.clone().text()) : new URL(request.url).searchParams);
    if (mistake) return refusal(given, 400, mistake);
    return handler(request, context);
  };
}

function isOpenDoor(method: string, path: string): boolean {
  return openDoors.some(([open, door]) => open === method && door.test(path));
}

/** Before Payload has read the request, its language is found as Payload finds it. */
async function refusal({ headers }: Request, status: number, message: Said): Promise<Response> {
  const language = getRequestLanguage({ config: await config, cookies: parseCookies(headers), headers });
  return Response.json({ errors: [{ message: message[languageOf({ i18n: { language } })] }] }, { status, headers: { 'Cache-Control': 'no-store' } });
}
