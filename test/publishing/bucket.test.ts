import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Publication } from '../../cms/publishing/publications.ts';
import { type BucketSettings, bucketTarget } from '../../cms/publishing/targets/bucket/index.ts';
import { type FollowingTarget, openFollowing } from '../../cms/publishing/targets/following.ts';
import { startBucket, type TestBucket } from '../support/bucket.ts';
import { leftOutWithoutGo } from '../support/goServer.ts';
import { always, type MadeSite, standingSite } from '../support/standingSite.ts';

const origin = 'https://families.example.org';
const never = new AbortController().signal;
const guides = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, n) => [`/en/guides/g${n}/`, `guide ${n}`]));

let bucket: TestBucket;
let dir: string;
let prefix = 0;
const open: FollowingTarget[] = [];

/** A target on a folder of the bucket of its own, with less patience than a real one. */
function newTarget(more: Partial<BucketSettings> = {}, patience = {}): FollowingTarget {
  const target = bucketTarget({
    settings: { ...bucket.settings, prefix: `t${prefix}`, ...more },
    origin,
    record: join(dir, `pushed-${prefix}.db`),
    patience: { connectMs: 1_000, requestMs: 1_000, attempts: 3, ...patience },
  });
  open.push(target);
  return target;
}

const site = (made: MadeSite) => standingSite(join(dir, 'site'), made);
const own = (asked: readonly string[]) => asked.map((line) => line.replace(`t${prefix}/`, ''));
const keys = async () => (await bucket.keys()).filter((key) => key.startsWith(`t${prefix}/`)).map((key) => key.slice(`t${prefix}/`.length));

describe.skipIf(leftOutWithoutGo('a bucket'))('a bucket', () => {
  beforeAll(async () => {
    bucket = await startBucket();
    dir = await mkdtemp(join(tmpdir(), 'alongside-targets-'));
  });
  beforeEach(() => {
    bucket.fail(undefined);
    prefix += 1;
    bucket.asked.length = 0;
  });
  afterAll(async () => {
    for (const target of open) target.close();
    await bucket?.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('gets every file of the site but those for other hosts, under the keys that a website host looks for', async () => {
    await newTarget().bring(site({ files: guides(3) }), never);
    expect(await keys()).toEqual(
      [
        '404.html',
        'assets/a1.css',
        'en/gone.html',
        'en/guides/g0/index.html',
        'en/guides/g1/index.html',
        'en/guides/g2/index.html',
        'en/index.html',
        'es/gone.html',
        'es/index.html',
        'index.html',
        'robots.txt',
        'sitemap.xml',
      ].sort(),
    );
  });

  test('a file has the type and the caching rule that our own server sends', async () => {
    await newTarget().bring(site({ files: { '/en/materials/abc.pdf': '%PDF' } }), never);
    const headersOf = async (key: string) => {
      const { ContentType, CacheControl } = await bucket.head(`t${prefix}/${key}`);
      return [ContentType, CacheControl];
    };
    expect(await headersOf('en/index.html')).toEqual(['text/html; charset=utf-8', 'no-cache']);
    expect(await headersOf('assets/a1.css')).toEqual(['text/css; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect(await headersOf('en/materials/abc.pdf')).toEqual(['application/pdf', 'public, max-age=300']);
  });

  test('a later round pushes what changed and nothing else', async () => {
    const target = newTarget();
    await target.bring(site({ files: guides(5) }), never);
    bucket.asked.length = 0;
    await target.bring(site({ files: { ...guides(5), '/en/guides/g3/': 'another text' } }), never);
    expect(own(bucket.asked)).toEqual(['PUT en/guides/g3/index.html']);
    await target.bring(site({ files: { ...guides(5), '/en/guides/g3/': 'another text' } }), never);
    expect(bucket.asked).toHaveLength(1);
  });

  test('a publisher that starts again pushes nothing that is there, and does not list the bucket', async () => {
    await newTarget().bring(site({ files: guides(5) }), never);
    bucket.asked.length = 0;
    bucket.fail((method) => (method === 'GET' ? { status: 403, code: 'AccessDenied' } : undefined));
    await newTarget().bring(site({ files: guides(5) }), never);
    expect(bucket.asked).toEqual([]);
  });

  test('links hold at every moment: takedowns go first, then files, new pages, changed pages, the sitemap, redirects', async () => {
    const target = newTarget();
    await target.bring(site({ files: { ...guides(3), '/en/old/': 'x' } }), never);
    bucket.asked.length = 0;
    await target.bring(
      site({
        files: { '/en/guides/g0/': 'guide 0', '/en/guides/new/': 'new', '/en/': 'home with new', '/media/p.webp': 'p', '/sitemap.xml': '<urlset>new</urlset>' },
        gone: ['/en/guides/g1/'],
        moved: { '/en/guides/g2/': '/en/guides/new/' },
      }),
      never,
    );
    const order = own(bucket.asked);
    expect(order.slice(0, 2).sort()).toEqual(['DELETE en/old/index.html', 'PUT en/guides/g1/index.html']);
    expect(order.slice(2)).toEqual(['PUT media/p.webp', 'PUT en/guides/new/index.html', 'PUT en/index.html', 'PUT sitemap.xml', 'PUT en/guides/g2/index.html']);
  });

  test('a page that is taken off the site is not there any more', async () => {
    const target = newTarget();
    await target.bring(site({ files: guides(2) }), never);
    await target.bring(site({ files: guides(1) }), never);
    expect(await keys()).not.toContain('en/guides/g1/index.html');
    expect(await keys()).toContain('en/guides/g0/index.html');
  });

  test('what the site no longer uses stays as long as the folder keeps it, for pages that somebody has open', async () => {
    const target = newTarget();
    const before = site({ files: { '/assets/former.js': 'x', '/media/former.webp': 'y' } });
    await target.bring(before, never);
    const named = [...before.files].filter(([path]) => !path.includes('former'));
    await target.bring({ ...before, files: new Map(named) }, never);
    expect(await keys()).toContain('assets/former.js');
    expect(await keys()).not.toContain('media/former.webp');
    await target.bring(site({ files: {} }), never);
    expect(await keys()).not.toContain('assets/former.js');
  });

  test('the search index follows once the pages are there, the file that points to it last, and its former state is taken away', async () => {
    const target = newTarget();
    const standing = site({ files: {} });
    const index = (name: string) => {
      rmSync(join(standing.outDir, 'pagefind'), { recursive: true, force: true });
      mkdirSync(join(standing.outDir, 'pagefind', name), { recursive: true });
      writeFileSync(join(standing.outDir, 'pagefind', name, 'pagefind.js'), name);
      writeFileSync(join(standing.outDir, 'pagefind', 'en.json'), JSON.stringify({ index: name }));
    };
    index('en-1');
    await target.bring(standing, never);
    bucket.asked.length = 0;
    index('en-02');
    const before: string[] = [];
    const changed = { ...standing, redirects: { moved: new Map(), gone: new Set(['/en/withdrawn/']) } };
    await target.bring(changed, never, async () => void before.push(...own(bucket.asked)));
    expect(before).toEqual(['PUT en/withdrawn/index.html']);
    expect(own(bucket.asked).slice(1)).toEqual(['DELETE pagefind/en-1/pagefind.js', 'PUT pagefind/en-02/pagefind.js', 'PUT pagefind/en.json']);
  });

  test('an address that moved redirects where the host can, and leads on by itself where it cannot', async () => {
    const whole = newTarget({ prefix: '' });
    await whole.bring(site({ files: guides(1), moved: { '/en/guides/former/': '/en/guides/g0/', '/es/guias/antigua/': '/es/' } }), never);
    expect(await bucket.visit('/en/guides/former/')).toMatchObject({ status: 301, headers: { location: `${origin}/en/guides/g0/` } });
    expect(await bucket.visit('/en/guides/g0/')).toMatchObject({ status: 200, body: 'guide 0' });
    expect(await bucket.visit('/en/nowhere/')).toMatchObject({ status: 404, body: always['/404.html'] });
    bucket.asked.length = 0;
    // It becomes a page of its own again.
    await whole.bring(site({ files: { ...guides(1), '/en/guides/former/': 'again' } }), never);
    expect(await bucket.visit('/en/guides/former/')).toMatchObject({ status: 200, body: 'again' });
    expect(await bucket.visit('/es/guias/antigua/')).toMatchObject({ status: 404 });
  });

  test('an address that is gone says so in its own language', async () => {
    const whole = newTarget({ prefix: '' });
    await whole.bring(site({ files: {}, gone: ['/es/guias/retirada/'] }), never);
    expect((await bucket.visit('/es/guias/retirada/')).body).toBe(always['/es/gone.html']);
  });

  test('a push that is killed goes on at the next start, and no page stays that was taken down meanwhile', async () => {
    const program = fileURLToPath(new URL('../support/bringOnce.ts', import.meta.url));
    const options = { settings: { ...bucket.settings, prefix: `t${prefix}` }, origin, record: join(dir, `pushed-${prefix}.db`) };
    const child = spawn(process.execPath, [program, JSON.stringify(options), join(dir, 'site'), JSON.stringify({ files: guides(300) })], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    while (bucket.asked.length < 60) await sleep(5);
    child.kill('SIGKILL');
    await ended;
    const before = bucket.asked.length;
    expect(before).toBeLessThan(300);
    const lastSent = bucket.asked.at(-1)?.match(/g\d+/)?.[0];
    const { [`/en/guides/${lastSent}/`]: _withdrawn, ...rest } = guides(300);
    await newTarget().bring(site({ files: rest }), never);
    expect((await keys()).filter((key) => key.includes('guides/'))).toHaveLength(299);
    expect(await keys()).not.toContain(`en/guides/${lastSent}/index.html`);
    // Only what was under way at the kill is sent twice.
    expect(bucket.asked.length).toBeLessThan(299 + 20 + 2 * 16);
  });

  test('a new machine without the record takes down what an earlier one left, and leaves alone what others put there', async () => {
    await newTarget().bring(site({ files: guides(3) }), never);
    await bucket.put(`t${prefix}/report-of-somebody-else.txt`, 'keep me');
    await rm(join(dir, `pushed-${prefix}.db`));
    await newTarget().bring(site({ files: guides(1) }), never);
    const left = await keys();
    expect(left).toContain('report-of-somebody-else.txt');
    expect(left).not.toContain('en/guides/g2/index.html');
  });

  test('an audit finds what somebody changed, removed or brought back in the bucket, and mends it', async () => {
    const following = openFollowing({
      targets: [newTarget()],
      receipts: { unfinished: async () => [], reached: async () => undefined, late: async () => undefined },
      onError: (error) => {
        throw error;
      },
    });
    following.follow(site({ files: guides(3) }), []);
    const sound = await following.audit();
    expect(sound).toEqual({ compared: (await keys()).length, found: [] });
    await bucket.put(`t${prefix}/en/guides/g0/index.html`, 'defaced');
    await bucket.remove(`t${prefix}/en/guides/g1/index.html`);
    await bucket.put(`t${prefix}/report-of-somebody-else.txt`, 'keep me');
    await bucket.putBack(`t${prefix}/en/guides/g2/index.html`, `t${prefix}/en/guides/withdrawn/index.html`);
    const { found } = await following.audit();
    expect(found.map(({ mended, says }) => [mended, says.en]).sort()).toEqual([
      [true, 'bucket: /en/guides/g0/ is not what was published. It is written again.'],
      [true, 'bucket: /en/guides/g1/ is missing. It is written again.'],
      [true, 'bucket: /en/guides/withdrawn/ should not be there. It is removed.'],
    ]);
    expect(await keys()).toContain('report-of-somebody-else.txt');
    expect(await keys()).not.toContain('en/guides/withdrawn/index.html');
    expect((await bucket.visit(`/t${prefix}/en/guides/g0/`)).body).toBe('guide 0');
    expect((await bucket.visit(`/t${prefix}/en/guides/g1/`)).body).toBe('guide 1');
    expect(await following.audit()).toEqual(sound);
    await following.close();
  });

  test('an audit says that the host took nothing back, so that no disagreement counts as mended', async () => {
    const following = openFollowing({
      targets: [newTarget({}, { attempts: 1 })],
      receipts: { unfinished: async () => [], reached: async () => undefined, late: async () => undefined },
      onError: () => undefined,
    });
    following.follow(site({ files: guides(2) }), []);
    expect((await following.audit()).found).toEqual([]);
    await bucket.remove(`t${prefix}/en/guides/g1/index.html`);
    bucket.fail((method) => (method === 'PUT' ? { status: 403, code: 'AccessDenied' } : undefined));
    const { found } = await following.audit();
    expect(found).toEqual([
      { mended: false, says: { en: expect.stringMatching(/\/g1\/ is missing/), es: expect.stringMatching(/falta .*\/g1\//) } },
      { mended: false, says: { en: expect.stringMatching(/refused.*AccessDenied/), es: expect.stringMatching(/se negó.*AccessDenied/) } },
    ]);
    await following.close();
  });

  test('a host that is overloaded for a moment is asked again until it takes the object', async () => {
    const refused = new Map<string, number>();
    bucket.fail((method, key) => {
      const count = refused.get(key) ?? 0;
      refused.set(key, count + 1);
      return method === 'PUT' && count < 2 ? (count ? { status: 500, code: 'InternalError' } : { status: 503, code: 'SlowDown' }) : undefined;
    });
    expect(await newTarget({}, { attempts: 5 }).bring(site({ files: guides(2) }), never)).toBe(true);
    expect(await keys()).toContain('en/guides/g1/index.html');
  });

  test.each<[string, Partial<BucketSettings>, RegExp]>([
    ['a wrong secret', { secretAccessKey: 'wrong' }, /SignatureDoesNotMatch.*check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY/],
    ['an unknown key', { accessKeyId: 'nobody' }, /refused.*S3_ACCESS_KEY_ID/],
    ['a bucket that does not exist', { bucket: 'nowhere' }, /NoSuchBucket.*check S3_BUCKET/],
    ['a host that is not there', { endpoint: 'http://127.0.0.1:9' }, /does not answer.*S3_ENDPOINT/],
  ])('%s is said with what to do', async (_what, wrong, message) => {
    await expect(newTarget(wrong).bring(site({ files: {} }), never)).rejects.toThrow(message);
  });

  test('a host that hangs holds back nobody: the target is late, says so, and catches up with what an earlier publisher left, too', async () => {
    const told: string[] = [];
    const publication = (id: number): Publication => ({ id, row: { collection: 'articles', id: String(id) } });
    const names = (publications: readonly Publication[]) => publications.map(({ id }) => id).join();
    const following = openFollowing({
      targets: [newTarget({}, { requestMs: 300, attempts: 1 })],
      pauses: [100],
      onError: () => undefined,
      receipts: {
        unfinished: async () => [publication(0)],
        reached: async (_target, publications) => void told.push(`reached ${names(publications)}`),
        late: async (_target, publications, reason) => void told.push(`late ${names(publications)}: ${reason.es}`),
      },
    });
    bucket.fail(() => 'hang');
    const started = performance.now();
    following.follow(site({ files: guides(1) }), [publication(1)]);
    following.follow(site({ files: guides(2) }), [publication(2)]);
    expect(performance.now() - started).toBeLessThan(200);
    expect((await following.settled()).join()).toMatch(/does not answer/);
    expect(told.at(-1)).toMatch(/^late 1,2,0: .* no responde: /);
    bucket.fail(undefined);
    await expect.poll(() => told.at(-1), { timeout: 5_000 }).toBe('reached 1,2,0');
    expect(await following.settled()).toEqual([]);
    expect(await keys()).toContain('en/guides/g1/index.html');
    await following.close();
  });

  test('a newer site cuts a long push short, so that a takedown does not wait behind it', async () => {
    const reached: Publication[] = [];
    const following = openFollowing({
      targets: [newTarget()],
      onError: (error) => {
        throw error;
      },
      receipts: { unfinished: async () => [], reached: async (_target, publications) => void reached.push(...publications), late: async () => undefined },
    });
    const files = guides(400);
    following.follow(site({ files }), [{ id: 1, row: { collection: 'articles', id: '1' } }]);
    while (bucket.asked.length < 50) await sleep(5);
    following.follow({ ...site({ files }), redirects: { moved: new Map(), gone: new Set(['/en/guides/withdrawn/']) } }, []);
    expect(await following.settled()).toEqual([]);
    const takedown = own(bucket.asked).indexOf('PUT en/guides/withdrawn/index.html');
    expect(takedown).toBeGreaterThan(0);
    expect(takedown).toBeLessThan(200);
    expect(reached.map(({ id }) => id)).toEqual([1]);
    await following.close();
  });
});
