import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentFindings } from '../../cms/commands/doctor/content.ts';
import { databaseFindings } from '../../cms/commands/doctor/database.ts';
import type { Finding } from '../../cms/commands/doctor/finding.ts';
import { runningFindings } from '../../cms/commands/doctor/running.ts';
import { settingsFindings } from '../../cms/commands/doctor/settings.ts';
import { sampleEmail } from '../../cms/commands/staffAccount.ts';
import { readEnv } from '../../cms/env.ts';
import type { Library } from '../../cms/library/types.ts';
import { keepAudit } from '../../cms/publishing/audit/kept.ts';
import type { AuditReport } from '../../cms/publishing/audit/report.ts';
import { databases } from '../support/databases.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';
import { freePort } from '../support/running.ts';

/** What it says of one thing: its state and its words. */
function of(findings: Finding[], what: string): string {
  const found = findings.find((finding) => finding.what === what);
  return `${found?.state}: ${found?.says}`;
}

const bucket = { S3_BUCKET: 'families', S3_REGION: 'us-east-1', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };
const algolia = { ALGOLIA_APP_ID: 'APP', ALGOLIA_SEARCH_KEY: 'search' };

test.each([
  ['Site address', {}, /^before launch: http:\/\/localhost:4321 is this machine only: set SITE_URL/],
  ['Site address', { SITE_URL: 'http://families.test' }, /^before launch: .* is not encrypted/],
  ['Site address', { SITE_URL: 'https://families.test' }, /^fine: https:\/\/families\.test$/],
  ['Admin address', {}, /^before launch: .*set CMS_URL/],
  ['Admin address', { CMS_URL: 'https://staff.families.test' }, /^fine: /],
  ['Secret', {}, /^fine: made at random and kept in .*\/secret\./],
  ['Secret', { PAYLOAD_SECRET: 'a secret of more than thirty-two letters' }, /^fine: PAYLOAD_SECRET is set\.$/],
  ['Search', {}, /^fine: .*no search leaves the host/],
  ['Search', algolia, /^before launch: .*set that key/],
  ['Search', { ...algolia, ALGOLIA_WRITE_KEY: 'write' }, /^fine: Algolia, app APP\.$/],
  ['Goes to', { DATA_DIR: '/data' }, /^fine: \/data\/site\.$/],
  ['Goes to', { DATA_DIR: '/data', ...bucket }, /^fine: \/data\/site and the bucket families\.$/],
])('%s, with the settings %o', (what, settings, says) => {
  expect(of(settingsFindings(readEnv(settings)), what)).toMatch(says);
});

const fixture = fixtureLibrary();
const own = { ...fixture.program, phone: '212 867 5309', email: 'families@clinic.test' };
const onlyOwn: Partial<Library> = { program: own, places: new Map(), documents: { ...fixture.documents, workshops: new Map() } };

test.each<[string, Partial<Library>, RegExp]>([
  ['Contacts', { program: { ...own, phone: '(212) 555-0142' } }, /^before launch: made-up telephone numbers .*the program/],
  ['Contacts', { program: { ...own, email: 'hello@example.org' } }, /^before launch: .*the program/],
  ['Contacts', onlyOwn, /^fine: /],
  ['Help lines', { program: { ...own, crisisLines: [] } }, /^before launch: none/],
  ['Help lines', {}, /^fine: \d+, the oldest checked on \d{4}-\d\d-\d\d\.$/],
  ['Reviews', {}, /^before launch: [1-9]\d* texts never reviewed by a clinician, 1 changed since, 1 overdue; 2 reviewed\.$/],
  ['Reviews', { documents: { ...fixture.documents, articles: new Map(), faqs: new Map(), workshops: new Map() } }, /^fine: /],
])('%s, in what families read (%#)', (what, change, says) => {
  expect(of(contentFindings(fixtureLibrary(change), '2026-11-23'), what)).toMatch(says);
});

test('says whether the site and the admin answer', async () => {
  const [site, admin] = [createServer((_, response) => response.end()), createServer((_, response) => response.writeHead(503).end())];
  const [PORT, CMS_PORT] = [await listen(site), await listen(admin)];
  const whole = await runningFindings({ PORT, CMS_PORT });
  expect([of(whole, 'Site'), of(whole, 'Admin')]).toEqual(['fine: answers.', expect.stringMatching(/^before launch: answers 503 at .*api\/health/)]);
  await Promise.all([site, admin].map((server) => new Promise((resolve) => server.close(resolve))));
  expect(of(await runningFindings({ PORT: await freePort(), CMS_PORT }), 'Site')).toMatch(/^before launch: does not answer at .* \(ECONNREFUSED\): npm start/);
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}

describe.each(databases())('the database, on $name', (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms.close());
  const found = async (what: string) => of(await databaseFindings(readEnv(), cms.payload), what);

  test('says whether a crash can leave half a save', async () => {
    const without = kind.name === 'mongodb' && !process.env.TEST_MONGODB_URL;
    expect(await found('Database')).toMatch(without ? /^before launch: MongoDB at .* has no transactions/ : /transaction/);
  });

  test('says who can sign in, and that the sample account must go', async () => {
    expect(await found('Sign-in')).toMatch(/^broken: nobody can sign in/);
    const { id } = await cms.payload.create({
      collection: 'staff',
      data: { email: sampleEmail, password: 'a long enough word', name: 'Sample', role: 'admin' },
    });
    expect(await found('Sign-in')).toMatch(/^before launch: the sample account staff@example\.org still exists/);
    await cms.payload.create({ collection: 'staff', data: { email: 'ada@families.test', password: 'a long enough word', name: 'Ada', role: 'admin' } });
    await cms.payload.delete({ collection: 'staff', id });
    expect(await found('Sign-in')).toBe('fine: 1 account.');
  });

  test('says what the last truth audit found, and that one was missed', async () => {
    expect(await found('Truth audit')).toMatch(/^before launch: never: npm run audit/);
    const report = (change: Partial<AuditReport>, hoursAgo = 1): AuditReport => {
      const endedAt = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
      return { startedAt: endedAt, endedAt, checked: { content: 20, files: 300 }, lines: [], more: 0, open: 0, ...change };
    };
    const line = { part: 'files', mended: false, says: { en: 'One.', es: 'Uno.' } } as const;
    await keepAudit(cms.payload, report({}));
    expect(await found('Truth audit')).toMatch(/^fine: on .* UTC, 320 things compared, all agreed\.$/);
    await keepAudit(cms.payload, report({ lines: [{ ...line, mended: true }] }));
    expect(await found('Truth audit')).toMatch(/^fine: .* 1 disagreed and were put right\.$/);
    await keepAudit(cms.payload, report({ lines: [line], open: 1 }));
    expect(await found('Truth audit')).toMatch(/^before launch: .* 1 things disagreed and 1 could not be put right/);
    await keepAudit(cms.payload, report({}, 60));
    expect(await found('Truth audit')).toMatch(/^before launch: the last one was on .*: is npm start running at night\?/);
    await keepAudit(cms.payload, report({ failed: 'The disk is full.' }));
    expect(await found('Truth audit')).toMatch(/^before launch: on .* UTC it stopped: The disk is full\./);
    const { status, body } = await cms.call('GET', '/health');
    expect([status, body.audit, typeof body.auditedAt]).toEqual([200, 'stopped', 'string']);
  });

  test('says what waits for a publisher, and what could not be published', async () => {
    expect(await found('Publisher')).toMatch(/^fine: nothing waits/);
    const savedAt = new Date(Date.now() - 120_000).toISOString();
    const row = { documentCollection: 'faqs', documentId: '1', change: 'published', savedAt } as const;
    await cms.payload.create({ collection: 'publications', data: { ...row, state: 'failed' } });
    expect(await found('Publisher')).toMatch(/^before launch: 1 change has not been published/);
    await cms.payload.create({ collection: 'publications', data: { ...row, state: 'waiting' } });
    expect(await found('Publisher')).toMatch(/^broken: 1 change has waited/);
  });
});
