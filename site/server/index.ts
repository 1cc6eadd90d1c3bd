import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { defaultLocale, isLocale, type Locale } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { words } from '../../cms/library/sections.ts';
import { contentSecurityPolicy } from '../press/contentSecurityPolicy.ts';
import { cacheControl, drawingPolicy, securityHeaders, strictTransportSecurity } from '../press/headers.ts';
import { openRecordView, type RecordView } from '../press/record.ts';
import { createCompressor } from './compress.ts';
import { languageFor } from './negotiate.ts';
import { type OpenFile, openFile } from './openFile.ts';
import { isPrivate, requestPath } from './requestPath.ts';
import { sendFile } from './sendFile.ts';

export interface SiteServerOptions {
  /** The web root that the publisher writes. */
  outDir: string;
  /** The press's record: redirects, addresses that are gone, the Content-Security-Policy. It may appear later than the server. */
  record: string;
  /** Where errors of the server itself are told; `console.error` unless given. */
  report?: (message: string, error: unknown) => void;
}

/** The policy until the press has said its own. */
const policyWithoutRecord = contentSecurityPolicy();

/** The static site as an HTTP server, not yet listening. It reads the web root and the record, and writes nothing. */
export function createSiteServer({ outDir, record, report = console.error }: SiteServerOptions): Server {
  const compressor = createCompressor();
  let view: RecordView | undefined;
  const recordView = () => (view ??= openRecordView(record));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = requestPath(request.url ?? '');
    setHeaders(request, response, target?.path ?? '');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(response, 405, 'This site is for reading: it answers GET and HEAD.', { Allow: 'GET, HEAD' });
    if (!target) return say(response, 400, 'This is not an address of this site.');
    const { path, query } = target;
    if (isPrivate(path)) return refuse(request, response, path, 404);
    if (path === paths.root()) {
      response.appendHeader('Vary', 'Accept-Language');
      const language = languageFor(request.headers['accept-language']);
      if (language) return redirect(response, 302, paths.home(language) + query);
    }
    const short = isShort(path) ? recordView()?.redirect(withSlash(path.toLowerCase())) : undefined;
    if (short) return redirect(response, short.status, short.target + query);
    const file = path.endsWith('/index.html') ? undefined : await openFile(outDir, path);
    if (file) return send(request, response, file, 200);

    const elsewhere = await whereElse(path);
    if (elsewhere) return redirect(response, 301, elsewhere + query);
    return refuse(request, response, path, recordView()?.isGone(withSlash(path)) ? 410 : 404);
  }

  /** The address that was meant: with its closing slash, without `index.html`, in small letters, or where the document has moved. */
  async function whereElse(path: string): Promise<string | undefined> {
    const tidy = withSlash(path.replace(/\/index\.html$/, '/'));
    for (const candidate of new Set([tidy, tidy.toLowerCase()])) {
      const moved = recordView()?.redirect(candidate);
      if (candidate !== path && (await stands(candidate))) return candidate;
      if (moved) return moved.target;
    }
    return undefined;
  }

  async function stands(path: string): Promise<boolean> {
    const file = await openFile(outDir, path);
    await file?.handle.close();
    return file !== undefined;
  }

  /** The page that says what is the matter, in the language of the address. */
  async function refuse(request: IncomingMessage, response: ServerResponse, path: string, status: 404 | 410): Promise<void> {
    const locale = localeOf(path) ?? languageFor(request.headers['accept-language']) ?? defaultLocale;
    response.setHeader('Cache-Control', 'no-cache');
    const page = await openFile(outDir, status === 410 ? paths.gone(locale) : paths.notFound(locale));
    if (page) return send(request, response, page, status);
    if (!(await stands(paths.root()))) return say(response, 503, 'The site is being printed. Please try again in a moment.', { 'Retry-After': '5' });
    return say(response, status, status === 410 ? 'This page is gone.' : 'There is no such page.');
  }

  function send(request: IncomingMessage, response: ServerResponse, file: OpenFile, status: number): Promise<void> {
    if (file.name.endsWith('.svg')) response.setHeader('Content-Security-Policy', drawingPolicy);
    // A PDF viewer draws itself with styles of its own, which our policy would forbid; a handout carries no scripts of ours to guard.
    else if (!file.name.endsWith('.html')) response.removeHeader('Content-Security-Policy');
    return sendFile(request, response, file, compressor, status);
  }

  function setHeaders(request: IncomingMessage, response: ServerResponse, path: string): void {
    for (const [name, value] of Object.entries(securityHeaders(recordView()?.contentSecurityPolicy() ?? policyWithoutRecord))) response.setHeader(name, value);
    if (!isLocalhost(request.headers.host)) response.setHeader('Strict-Transport-Security', strictTransportSecurity);
    response.setHeader('Cache-Control', cacheControl(path));
  }

  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (isHangUp(error)) return;
      // What somebody searched for stands after the `?` and is nobody's business.
      report(`${request.method} ${request.url?.split('?')[0]} failed:`, error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something is wrong on our side. Please try again.');
    });
  });
  server.on('close', () => view?.close());
  return server;
}

/** In bytes: a search of 10,000 letters, each of them percent-encoded, still gets its page. */
const longestHead = 128 * 1024;

/** Redirects are asked about anew each time: a document can take a former address again, and a browser must not remember otherwise. */
function redirect(response: ServerResponse, status: number, location: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { Location: encodeURI(decodeURI(location)), 'Content-Length': 0 }).end();
}

function say(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.setHeader('Cache-Control', 'no-cache');
  const bytes = Buffer.from(`${text}\n`);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': bytes.byteLength, ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function isShort(path: string): boolean {
  const [, locale, word] = path.toLowerCase().split('/');
  return isLocale(locale) && word === words.short[locale];
}

function localeOf(path: string): Locale | undefined {
  const first = path.split('/')[1]?.toLowerCase();
  return isLocale(first) ? first : undefined;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function isLocalhost(host: string | undefined): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host ?? '');
}

/** The reader closed the connection before the end: their right, and no error of ours. */
function isHangUp(error: unknown): boolean {
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException)?.code ?? '');
}
