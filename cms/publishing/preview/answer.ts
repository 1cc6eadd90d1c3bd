import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Locale, locales } from '../../library/locales.ts';
import { ParseProblem } from '../../library/parse/index.ts';
import { type PublicCollection, publicCollections } from '../../library/sections.ts';
import type { Library } from '../../library/types.ts';
import type { PreviewChannel } from './channel.ts';
import { draftPage, type Sources } from './draftPage.ts';
import { fieldNamed } from './fieldNames.ts';
import { draftHandout, previewFiles } from './files.ts';
import type { AskedDraft } from './readDraft.ts';

export interface PreviewOptions extends Sources {
  channel: PreviewChannel;
  filesDir: string;
  onError(error: unknown): void;
}

/** What is asked has a few names in it; anything longer is not from us. */
const longestRequest = 4_000;
/** Answers under way at a time. Above it, whoever asks is told to ask again: rounds go first. */
const mostAtOnce = 60;

const asked = z.object({
  collection: z.enum(publicCollections as [PublicCollection, ...PublicCollection[]]),
  id: z.string().min(1).max(100),
  locale: z.enum(locales),
  version: z.string().min(1).max(100).optional(),
});

/** Why there is no page; the admin says it in the editor's words. */
class NoPage extends Error {
  readonly status: number;
  readonly answer: object;
  constructor(status: number, reason: string, problem?: object) {
    super(reason);
    this.status = status;
    this.answer = { reason, ...(problem && { problem }) };
  }
}

/** Answers what the admin asks: a page, a file of a page, a handout. Whatever goes wrong is the answer, and stops nothing else. */
export function previewAnswerer(options: PreviewOptions) {
  const file = previewFiles({ payload: options.payload, clientDir: options.press.clientDir, filesDir: options.filesDir });
  let underWay = 0;

  async function find(request: IncomingMessage): Promise<{ type: string; bytes: Uint8Array | string }> {
    if (!isOurs(request.headers.authorization, options.channel.key)) throw new NoPage(403, 'refused');
    if (underWay > mostAtOnce) throw new NoPage(503, 'busy');
    const [, folder = '', name = ''] = /^\/files\/([a-z]+)\/([\w.-]+)$/.exec(request.url ?? '') ?? [];
    if (request.method === 'GET' && name) return (await file(folder, name)) ?? missing();
    if (request.method !== 'POST') return missing();
    if (request.url === '/render') return { type: 'text/html; charset=utf-8', bytes: await made(options, await bodyOf(request), draftPage) };
    if (request.url === '/handout') return made(options, await bodyOf(request), draftHandout);
    return missing();
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    underWay += 1;
    try {
      const { type, bytes } = await find(request);
      response.writeHead(200, { 'Content-Type': type }).end(bytes);
    } catch (error) {
      const known = error instanceof NoPage ? error : new NoPage(500, 'failed', sayings(error instanceof Error ? error.message : String(error)));
      if (known !== error) options.onError(error);
      if (!response.headersSent) response.writeHead(known.status, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(JSON.stringify(known.answer));
    } finally {
      underWay -= 1;
    }
  };
}

/** What `make` makes of the draft that is asked for. */
async function made<Made>(
  options: PreviewOptions,
  body: string,
  make: (options: PreviewOptions, library: Library, asked: AskedDraft) => Promise<Made | undefined>,
): Promise<Made> {
  const parsed = asked.safeParse(json(body));
  if (!parsed.success) throw new NoPage(400, 'unclear');
  const library = options.library();
  if (!library) throw new NoPage(503, 'starting');
  try {
    return (await make(options, library, parsed.data)) ?? missing();
  } catch (error) {
    if (error instanceof ParseProblem) throw new NoPage(422, 'unreadable', saying(error, options, parsed.data));
    throw error;
  }
}

/** What is wrong with which field, in both languages of the admin. */
function saying(error: ParseProblem, { payload }: PreviewOptions, { collection }: AskedDraft): Record<Locale, string> {
  const { flattenedFields } = payload.collections[collection].config;
  const inLanguage = (language: Locale) => error.in(language, fieldNamed(error.field, flattenedFields, language));
  return { en: inLanguage('en'), es: inLanguage('es') };
}

function missing(): never {
  throw new NoPage(404, 'missing');
}

function sayings(message: string): object {
  return { en: message, es: message };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > longestRequest) throw new NoPage(413, 'unclear');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Compares hashes, which are equally long whatever was sent, in a time that tells nothing. */
function isOurs(authorization: string | undefined, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${key}`));
}
