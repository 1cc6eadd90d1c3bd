import type { FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { unprintable, wrongValues } from '../support/fields.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { type Answer, openTestCms, type TestCms } from '../support/payload.ts';

/** What the program itself writes, whatever a request says. */
const kept = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'sessions',
  'salt',
  'hash',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'loginAttempts',
  'lockUntil',
  'resetPasswordRequestedAt',
  'seedKey',
  'seedHash',
  'publishedAt',
  'code',
  'sha256',
]);

/** The least that each collection can be published with. */
const least: Record<string, object> = {
  topics: { title: 'A topic', summary: 'x' },
  articles: { title: 'A guide', summary: 'x' },
  faqs: { question: 'Is it?', answer: 'It is.' },
  terms: { term: 'Craving', meaning: 'x' },
  workshops: { title: 'An evening', summary: 'x', kind: 'education', format: 'online', needs: 'nothing', languages: ['en'], withPersonInTreatment: 'no' },
  materials: { title: 'A sheet', summary: 'x' },
  kits: { title: 'A kit', intro: 'x' },
  pages: { title: 'About', summary: 'x', purpose: 'other' },
  media: { alt: 'A picture' },
  places: { name: 'A place' },
  people: { name: 'Ana', role: 'Counselor' },
};

type Save = { collection: string; path: string; method: 'POST' | 'PATCH'; body: (wrong: object) => object };

describe.each(databases())('values of the wrong kind, on $name', (kind) => {
  let cms: TestCms;
  let admin: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    admin = await cms.signIn('admin');
  });
  afterAll(() => cms.close());

  const everything = async () => {
    const counts = await Promise.all(
      [...Object.keys(least), 'publications', 'addresses', 'files', 'staff', 'reviews', 'previewLinks'].map(async (collection) => [
        collection,
        (await cms.payload.count({ collection: collection as 'topics', trash: true })).totalDocs,
      ]),
    );
    return JSON.stringify(counts);
  };
  const fieldsOf = (collection: string) =>
    cms.config.collections.find(({ slug }) => slug === collection)!.flattenedFields.filter(({ name }) => !kept.has(name));

  /** Every wrong value of every field, in rows and groups too, with the path at which the answer must name it. */
  function* wrongBodies(fields: FlattenedField[]): Generator<{ path: string; body: Record<string, unknown> }> {
    for (const field of fields) {
      for (const value of wrongValues(field)) yield { path: field.name, body: { [field.name]: value } };
      if (field.type === 'array')
        for (const inner of wrongBodies(field.flattenedFields.filter(({ name }) => name !== 'id')))
          yield { path: `${field.name}.0.${inner.path}`, body: { [field.name]: [inner.body] } };
      if (field.type === 'group')
        for (const inner of wrongBodies(field.flattenedFields)) yield { path: `${field.name}.${inner.path}`, body: { [field.name]: inner.body } };
    }
  }

  const pathsIn = (body: Answer): string[] =>
    (body.errors ?? []).flatMap((error: Answer) => (error.data?.errors ?? []).map(({ path }: { path: string }) => path));

  /** The first way to save gets every wrong value, the others one for each field; MongoDB's slow double gets one for each field. */
  async function refuses(saves: Save[], fields: FlattenedField[]) {
    const before = await everything();
    const surprises: string[] = [];
    const seen = new Set<string>();
    for (const { path, body } of wrongBodies(fields)) {
      const first = !seen.has(path);
      seen.add(path);
      for (const save of first ? saves : kind.name === 'sqlite' ? saves.slice(0, 1) : []) {
        const answer = await cms.call(save.method, save.path, { as: admin, body: save.body(body) });
        if (answer.status === 400 && pathsIn(answer.body).includes(path)) continue;
        surprises.push(`${save.method} ${save.path} ${JSON.stringify(body).slice(0, 80)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 160)}`);
      }
    }
    expect(surprises).toEqual([]);
    expect(await everything()).toBe(before);
  }

  test.each(Object.keys(least))('%s: a value of the wrong kind is refused by its field’s name, in a draft too', async (collection) => {
    const drafts = !['places', 'people'].includes(collection);
    const { id } = await cms.payload.create({
      collection: collection as 'topics',
      draft: drafts,
      data: { ...(least[collection] as { title: string; summary: string }) },
    });
    await refuses(
      [
        { collection, method: 'POST', path: `/${collection}${drafts ? '?draft=true' : ''}`, body: (wrong) => ({ ...least[collection], ...wrong }) },
        { collection, method: 'PATCH', path: `/${collection}/${id}${drafts ? '?draft=true&autosave=true' : ''}`, body: (wrong) => wrong },
      ],
      fieldsOf(collection),
    );
  });

  test.each(['program', 'searchSettings'])('%s: a value of the wrong kind is refused by its field’s name', async (slug) => {
    const { flattenedFields } = cms.config.globals.find((global) => global.slug === slug)!;
    await refuses(
      [{ collection: slug, method: 'POST', path: `/globals/${slug}`, body: (wrong) => ({ name: 'Program', phone: '555', ...wrong }) }],
      flattenedFields.filter(({ name }) => !kept.has(name)),
    );
  });

  test('staff, reviews and plans: a value of the wrong kind is refused by its field’s name', async () => {
    await refuses(
      [
        {
          collection: 'staff',
          method: 'POST',
          path: '/staff',
          body: (wrong) => ({ email: 'a@example.org', password: 'a long enough password', name: 'A', role: 'editor', ...wrong }),
        },
      ],
      fieldsOf('staff'),
    );
    await refuses(
      [{ collection: 'reviews', method: 'POST', path: '/reviews', body: (wrong) => ({ locale: 'en', role: 'Counselor', due: '2030-01-01', ...wrong }) }],
      fieldsOf('reviews').filter(({ name }) => ['document', 'locale', 'role', 'due'].includes(name)),
    );
    const plan = { documentCollection: 'topics', documentId: '1', locale: 'en', action: 'publish', day: '2031-07-04', time: '09:30' };
    await refuses(
      [{ collection: 'schedules', method: 'POST', path: '/schedules', body: (wrong) => ({ ...plan, ...wrong }) }],
      fieldsOf('schedules').filter(({ name }) => [...Object.keys(plan), 'zone', 'version'].includes(name)),
    );
  });

  test.each(unprintable)('a guide is not published with %s', async (_, text) => {
    const before = await everything();
    const { status, body } = await cms.call('POST', '/articles', { as: admin, body: { ...least.articles, body: text, _status: 'published' } });
    expect([status, ...pathsIn(body)]).toEqual([400, 'body']);
    expect(await everything()).toBe(before);
  });

  test.each([
    ['materials', 'url', least.materials],
    ['articles', 'sources.0.url', least.articles],
  ] as const)('%s: an address that is not https is refused', async (collection, path, rest) => {
    for (const url of ['javascript:alert(1)', 'http://example.org', ' https', 'data:text/html,x', '//example.org']) {
      const wrong = path === 'url' ? { url } : { sources: [{ title: 'x', url }] };
      const { status, body } = await cms.call('POST', `/${collection}`, { as: admin, body: { ...rest, ...wrong, _status: 'published' } });
      expect([url, status, ...pathsIn(body)]).toEqual([url, 400, path]);
    }
  });

  test('what a document must have is named when it is published without', async () => {
    for (const [collection, whole] of Object.entries(least)) {
      const { status, body } = await cms.call('POST', `/${collection}`, { as: admin, body: { _status: 'published' } });
      const needed = Object.keys(whole).filter((name) =>
        fieldsOf(collection).some((field) => field.name === name && 'required' in field && field.required && !field.defaultValue),
      );
      expect([collection, status]).toEqual([collection, 400]);
      expect(pathsIn(body)).toEqual(expect.arrayContaining(needed));
    }
  });

  test.each([
    ['broken JSON', '{"title":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a word', '"title"', 'application/json'],
    ['a number', '5', 'application/json'],
    ['nothing', 'null', 'application/json'],
    ['a broken form', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"title":\r\n--x--\r\n', 'multipart/form-data; boundary=x'],
    ['a form without its boundary', 'x', 'multipart/form-data'],
  ])('a body that is %s is refused', async (_, body, type) => {
    const before = await everything();
    for (const path of ['/topics', '/topics?draft=true', '/globals/program', '/staff', '/staff/login', '/staff/forgot-password', '/files']) {
      const answer = await cms.call('POST', path, { as: admin, body, headers: { 'Content-Type': type } });
      expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    }
    expect(await everything()).toBe(before);
  });

  test.each([
    { email: {}, password: 'x' },
    { email: 'a@example.org', password: {} },
    { email: { $gt: '' }, password: { $gt: '' } },
    {},
    { email: ['a'], password: 5 },
  ])('signing in with %j is refused', async (body) => {
    for (const path of ['/staff/login', '/staff/reset-password']) {
      const { status } = await cms.call('POST', path, { body });
      expect([400, 401, 403], `${path} answered ${status}`).toContain(status);
    }
  });

  test('an account is not made without a long enough password', async () => {
    for (const password of ['', 'short', {}, 5, ['a long enough password'], undefined]) {
      const { status, body } = await cms.call('POST', '/staff', { as: admin, body: { email: 'weak@example.org', name: 'Weak', role: 'editor', password } });
      expect([status, ...pathsIn(body)]).toEqual([400, 'password']);
    }
  });

  test('what the program keeps about a document is not for a request to write', async () => {
    const { body } = await cms.call('POST', '/terms', {
      as: admin,
      body: { ...least.terms, term: 'Kept', seedKey: 'mine', seedHash: 'mine', publishedAt: '2001-01-01T00:00:00Z', code: 'mine' },
    });
    expect([body.doc.seedKey ?? null, body.doc.seedHash ?? null, body.doc.publishedAt ?? null, body.doc.code]).toEqual([
      null,
      null,
      null,
      expect.stringMatching(/^[a-z]{6}$/),
    ]);
    await cms.call('PATCH', `/terms/${body.doc.id}`, { as: admin, body: { seedKey: 'mine', seedHash: 'mine', publishedAt: '2001-01-01T00:00:00Z' } });
    const after = await cms.payload.findByID({ collection: 'terms', id: body.doc.id, draft: true });
    expect([after.seedKey ?? null, after.seedHash ?? null, after.publishedAt ?? null]).toEqual([null, null, null]);
  });

  test('an address or a read that makes no sense is no failure of ours', async () => {
    const failures: string[] = [];
    for (const path of [
      '/topics/nonsense',
      '/topics/99999999999999999999',
      '/topics?where[nonsense][equals]=1',
      '/topics?where[title][nonsense]=1',
      '/topics?sort=nonsense',
      '/topics?limit=x',
      '/topics?page=-1',
      '/topics?depth=x',
      '/topics?select=x',
      '/nonsense',
      '/topics/versions/nonsense',
    ]) {
      const { status, body } = await cms.call('GET', path, { as: admin });
      if (status >= 500) failures.push(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    }
    for (const [method, path] of [
      ['PATCH', '/topics/nonsense'],
      ['DELETE', '/topics/nonsense'],
      ['POST', '/topics/versions/nonsense'],
      ['POST', '/topics/nonsense/duplicate'],
      ['PATCH', '/topics/999999'],
    ] as const) {
      const { status, body } = await cms.call(method, path, { as: admin, body: { title: 'x' } });
      if (![400, 403, 404].includes(status)) failures.push(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
    }
    expect(failures).toEqual([]);
  });

  test('HTML stays the letters that somebody typed', async () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { status, body } = await cms.call('POST', '/articles', {
      as: admin,
      body: { title: html, summary: html, body: lexical(paragraph(html)), _status: 'published' },
    });
    expect([status, body.doc.title, body.doc.slug]).toEqual([201, html, 'script-alert-1-script-img-src-x-onerror-alert-1']);
  });
});
