import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../../site/press/record.ts';
import { createSiteServer } from '../../site/server/index.ts';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const guide = `<!doctype html><title>Guide</title>${'<p>Words for the family.</p>'.repeat(200)}`;
const handout = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 251));
const policy = "default-src 'none'; script-src 'self' 'sha256-island'";
const files: Record<string, string | Buffer> = {
  'index.html': 'English · Español',
  'en/index.html': '<!doctype html>Home',
  'es/index.html': '<!doctype html>Inicio',
  'en/404.html': '<!doctype html>No such page',
  'es/404.html': '<!doctype html>No existe',
  'en/gone.html': '<!doctype html>Gone',
  'es/gone.html': '<!doctype html>Ya no está',
  'en/guides/limits/index.html': guide,
  'en/a/bcdfgh/index.html': '<!doctype html>Short link for hosts without redirects',
  'en/materials/bcdfgh.pdf': handout,
  'assets/site.1a2b.css': 'body{}',
  'media/abc.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'en/empty.txt': '',
  _headers: '/*',
  '.hidden': 'secret',
};

let dir: string;
let server: Server;
const reported: unknown[] = [];

/** A request whose target goes out exactly as written, as no browser would send it but anybody can. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET', port = (server.address() as AddressInfo).port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, path: target, method, headers: { host: 'family.example.org', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

async function put(path: string, content: string | Buffer): Promise<void> {
  const file = join(dir, 'site', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${dir}/next`, content);
  await rename(`${dir}/next`, file);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'alongside-server-'));
  for (const [path, content] of Object.entries(files)) await put(path, content);
  await writeFile(join(dir, 'outside.txt'), 'outside');
  const record = openRecord(join(dir, 'press.db'));
  record.lead(
    {
      moved: new Map([
        ['/en/guides/old/', '/en/guides/limits/'],
        ['/en/guides/limits/', '/en/guides/elsewhere/'],
        ['/es/guias/limite/', '/es/guías/límite/'],
      ]),
      short: new Map([['/en/a/bcdfgh/', '/en/guides/limits/']]),
      gone: new Set(['/en/guides/withdrawn/', '/es/guias/retirada/']),
    },
    policy,
  );
  record.close();
  server = createSiteServer({ outDir: join(dir, 'site'), record: join(dir, 'press.db'), report: (...all) => reported.push(all) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(dir, { recursive: true, force: true });
  expect(reported).toEqual([]);
});

describe('pages and files', () => {
  test.each([
    ['/en/guides/limits/', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/site.1a2b.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/media/abc.svg', 'image/svg+xml; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/en/materials/bcdfgh.pdf', 'application/pdf', 'public, max-age=300'],
    ['/en/empty.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ])('%s has its type and its caching', async (path, type, caching) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type, 'cache-control': caching } });
    expect(Number(answer.headers['content-length'])).toBe(answer.body.byteLength);
  });

  test('a page that the reader still has is answered without its bytes, until it changes', async () => {
    await put('en/changing/index.html', 'first');
    const first = await ask('/en/changing/');
    const again = await ask('/en/changing/', { 'if-none-match': `"other", ${first.headers.etag}` });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
    await put('en/changing/index.html', 'other');
    const changed = await ask('/en/changing/', { 'if-none-match': `W/${first.headers.etag}` });
    expect([changed.status, changed.body.toString()]).toEqual([200, 'other']);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('text is compressed with %s and tagged apart from the plain text', async (encoding, unpack) => {
    const plain = await ask('/en/guides/limits/');
    const packed = await ask('/en/guides/limits/', { 'accept-encoding': encoding });
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(packed.body.byteLength).toBeLessThan(plain.body.byteLength / 5);
    expect(unpack(packed.body).toString()).toBe(guide);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect((await ask('/en/guides/limits/', { 'accept-encoding': encoding, 'if-none-match': String(packed.headers.etag) })).status).toBe(304);
  });

  test('a file whose name changes with its content is compressed as well as brotli can, a page faster', async () => {
    const text = `${guide}${guide.toUpperCase()}`;
    await put('assets/site.3c4d.css', text);
    await put('en/as-long/index.html', text);
    const sent = async (path: string) => (await ask(path, { 'accept-encoding': 'br' })).body;
    expect(await sent('/assets/site.3c4d.css')).toEqual(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
    expect(await sent('/en/as-long/')).not.toEqual(await sent('/assets/site.3c4d.css'));
  });

  test('a file that changes is never answered from the memory of compressed pages', async () => {
    for (const text of ['one', 'two']) {
      await put('en/compressed/index.html', text);
      expect(gunzipSync((await ask('/en/compressed/', { 'accept-encoding': 'gzip' })).body).toString()).toBe(text);
    }
  });

  test('a handout can be fetched in parts, of the same file only', async () => {
    const path = '/en/materials/bcdfgh.pdf';
    const {
      headers: { etag },
    } = await ask(path);
    const part = await ask(path, { range: 'bytes=100-199', 'if-range': String(etag) });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 100-199/3000', 'content-length': '100' } });
    expect(part.body.equals(handout.subarray(100, 200))).toBe(true);
    expect((await ask(path, { range: 'bytes=100-199', 'if-range': '"another"' })).status).toBe(200);
    expect(await ask(path, { range: 'bytes=5000-' })).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */3000' } });
  });

  test('a page replaced while it is read arrives whole', async () => {
    const versions = ['a', 'b'].map((letter) => letter.repeat(300_000));
    await put('en/large/index.html', versions[0]!);
    let reading = true;
    const replacing = (async () => {
      for (let round = 0; reading; round++) await put('en/large/index.html', versions[round % 2]!);
    })();
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask('/en/large/')));
    reading = false;
    await replacing;
    expect(answers.filter(({ status, body }) => status !== 200 || !versions.includes(body.toString()))).toEqual([]);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const [head, get] = [await ask('/en/guides/limits/', {}, 'HEAD'), await ask('/en/guides/limits/')];
    expect(head.body.byteLength).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
    expect(await ask('/en/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('the first page', () => {
  test.each([
    ['es-MX,es;q=0.9', '/es/'],
    ['en-GB', '/en/'],
  ])('leads a reader of %s to %s', async (header, target) => {
    expect(await ask('/?from=sign', { 'accept-language': header })).toMatchObject({
      status: 302,
      headers: { location: `${target}?from=sign`, vary: 'Accept-Language' },
    });
  });

  test.each([undefined, 'fr-FR'])('offers both languages to a reader of %s', async (header) => {
    const answer = await ask('/', header ? { 'accept-language': header } : {});
    expect(answer).toMatchObject({ status: 200, headers: { vary: 'Accept-Language, Accept-Encoding' } });
    expect(answer.body.toString()).toBe('English · Español');
  });
});

describe('addresses that changed', () => {
  test.each([
    ['/en/guides/old/', 301, '/en/guides/limits/'],
    ['/en/guides/old?q=1', 301, '/en/guides/limits/?q=1'],
    ['/en/guides/limits', 301, '/en/guides/limits/'],
    ['/en/guides/limits/index.html', 301, '/en/guides/limits/'],
    ['/EN/Guides/Limits/', 301, '/en/guides/limits/'],
    ['/es/guias/limite/', 301, '/es/gu%C3%ADas/l%C3%ADmite/'],
    ['/en/a/bcdfgh/', 302, '/en/guides/limits/'],
    ['/en/a/BCDFGH', 302, '/en/guides/limits/'],
  ])('%s answers %i to %s, to be asked anew each time', async (path, status, location) => {
    expect(await ask(path)).toMatchObject({ status, headers: { location, 'cache-control': 'no-cache' } });
  });

  test('a live page beats a redirect', async () => {
    expect((await ask('/en/guides/limits/')).body.toString()).toBe(guide);
  });

  test.each([
    ['/en/guides/withdrawn/', 410, 'Gone'],
    ['/es/guias/retirada', 410, 'Ya no está'],
    ['/en/guides/never-was/', 404, 'No such page'],
    ['/es/nunca/', 404, 'No existe'],
    ['/assets/none.css', 404, 'No such page'],
  ])('%s answers %i in the language of the address', async (path, status, words) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status, headers: { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' } });
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.body.toString()).toContain(words);
  });
});

describe('what nobody gets', () => {
  test.each([
    '/../outside.txt',
    '/en/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/en%2findex.html',
    '/en/..%5c..%5coutside.txt',
    '/%00',
    '/en/%',
    '//outside.txt',
    '/en//',
  ])('%s is refused', async (target) => {
    const answer = await ask(target);
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).not.toContain('outside');
  });

  test.each(['/_headers', '/.hidden', '/en'.concat('/x'.repeat(3000))])('%s does not exist', async (target) => {
    expect((await ask(target)).status).toBe(404);
  });

  test('a folder is not a file', async () => {
    await mkdir(join(dir, 'site/en/folder/index.html'), { recursive: true });
    expect((await ask('/en/folder/')).status).toBe(404);
  });

  test('a redirect never leads to another host', async () => {
    expect((await ask('//evil.example/en/guides/limits')).status).toBe(400);
    expect((await ask('/%2Fevil.example')).status).toBe(400);
  });
});

describe('headers of every answer', () => {
  test.each(['/', '/en/guides/limits/', '/en/guides/withdrawn/', '/nothing/', '/en/guides/old/', '/%00', '/en/materials/bcdfgh.pdf'])(
    '%s is guarded',
    async (path) => {
      expect((await ask(path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    },
  );

  test('pages carry the policy of the newest round, and a drawing one that lets it draw only', async () => {
    expect((await ask('/en/')).headers['content-security-policy']).toBe(policy);
    expect((await ask('/media/abc.svg')).headers['content-security-policy']).toContain('sandbox');
  });

  test.each(['localhost:4321', '127.0.0.1:4321', '[::1]:4321'])('%s is not told to insist on HTTPS', async (host) => {
    expect((await ask('/en/', { host })).headers).not.toHaveProperty('strict-transport-security');
  });
});

test('a reader who hangs up in the middle is no error of ours', async () => {
  await put('en/huge.pdf', Buffer.alloc(20_000_000));
  const { port } = server.address() as AddressInfo;
  await Promise.all(
    Array.from(
      { length: 10 },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => socket.write('GET /en/huge.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n'));
          socket.once('data', () => {
            socket.destroy();
            resolve();
          });
        }),
    ),
  );
  expect((await ask('/en/')).status).toBe(200);
});

describe('before the first round', () => {
  test('the server says that the site is being printed, and finds the record once it is there', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'alongside-server-'));
    const early = createSiteServer({ outDir: join(empty, 'site'), record: join(empty, 'press.db') });
    await new Promise<void>((resolve) => early.listen(0, '127.0.0.1', resolve));
    const { port } = early.address() as AddressInfo;
    expect(await ask('/en/', {}, 'GET', port)).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    await symlink(join(dir, 'site'), join(empty, 'site'));
    await symlink(join(dir, 'press.db'), join(empty, 'press.db'));
    expect(await ask('/en/guides/old/', {}, 'GET', port)).toMatchObject({ status: 301 });
    await new Promise((resolve) => early.close(resolve));
    await rm(empty, { recursive: true });
  });
});

describe('the process', () => {
  /** Runs `site/server/main.ts` and gives what it said once it ended. */
  function run(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['site/server/main.ts'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    child.stdout.on('data', (part) => {
      said += part;
      if (String(part).includes('Site:')) child.kill('SIGTERM');
    });
    return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said })));
  }

  test('says in one sentence that its port is in use, and ends with 1', async () => {
    const taken = createServer().listen(0);
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await run({ PORT: String(port), DATA_DIR: dir });
    taken.close();
    expect([code, said]).toEqual([1, `Port ${port} is in use. Stop what runs there, or choose another with PORT=…\n`]);
  });

  test('names a setting that it cannot use', async () => {
    expect(await run({ PORT: 'many' })).toEqual({ code: 1, said: expect.stringContaining('PORT must be a number') });
  });

  test('starts, and ends cleanly when told to', async () => {
    expect(await run({ PORT: '0', DATA_DIR: dir })).toEqual({ code: 0, said: expect.stringMatching(/^Site: http:\/\/localhost:\d+\n$/) });
  });
});
