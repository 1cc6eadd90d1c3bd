import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { occurrences } from '../../cms/library/occurrences.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const weekly = { from: '2031-01-07', start: '18:30', zone: 'America/New_York', minutes: 90, repeat: 'week', interval: 1, weekdays: ['TU'] };
const workshop = {
  title: 'Evening',
  summary: 'x',
  kind: 'education',
  format: 'in-person',
  needs: 'nothing',
  languages: ['en'],
  withPersonInTreatment: 'either',
  segments: [weekly],
  _status: 'published',
};

const refused: [what: string, change: object, path: string][] = [
  ['a schedule without any date', { segments: [{ ...weekly, repeat: 'month-date', from: '2031-02-01', interval: 12, date: 30 }] }, 'segments.0.from'],
  ['an end before the first weekday', { segments: [{ ...weekly, from: '2031-01-08', until: '2031-01-10' }] }, 'segments.0.from'],
  ['an end before the start', { segments: [{ ...weekly, until: '2031-01-01' }] }, 'segments.0.until'],
  ['no date at all', { segments: [{ ...weekly, count: 0 }] }, 'segments.0.count'],
  ['ten thousand dates', { segments: [{ ...weekly, count: 10_000 }] }, 'segments.0.count'],
  ['a thirty-second of the month', { segments: [{ ...weekly, repeat: 'month-date', date: 32 }] }, 'segments.0.date'],
  ['a zone that does not exist', { segments: [{ ...weekly, zone: 'Mars/Base' }] }, 'segments.0.zone'],
  ['an end before the beginning of an evening', { segments: [{ ...weekly, minutes: -5 }] }, 'segments.0.minutes'],
  ['two rules from the same day', { segments: [weekly, { ...weekly, start: '10:00' }] }, 'segments.1.from'],
  ['a change of a date that the rule does not have', { exceptions: [{ day: '2031-01-08', status: 'cancelled' }] }, 'exceptions.0.day'],
  [
    'two changes of one date',
    {
      exceptions: [
        { day: '2031-01-07', status: 'cancelled' },
        { day: '2031-01-07', status: 'changed' },
      ],
    },
    'exceptions',
  ],
  ['a move to nowhere', { exceptions: [{ day: '2031-01-07', status: 'moved' }] }, 'exceptions.0.status'],
  ['a topic that is not in the list', { exceptions: [{ day: '2031-01-07', status: 'changed', session: 'gone' }] }, 'exceptions.0.session'],
  ['the address of a meeting room', { howToJoin: 'Come to https://zoom.us/j/81234567890' }, 'howToJoin'],
  ['a meeting room in a note', { exceptions: [{ day: '2031-01-07', status: 'changed', note: 'meet.google.com/abc-defg-hij' }] }, 'exceptions.0.note'],
  ['a meeting room in the description', { description: lexical(paragraph('Teams: https://teams.live.com/meet/9356789')) }, 'description'],
  ['a meeting room as the public page', { format: 'online', onlineAccess: 'public-page', onlinePage: 'https://whereby.com/our-room' }, 'onlinePage'],
];

const languages = ['en', 'es'] as const;

describe.each(databases())('the dates of a workshop, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const make = async (change: object = {}) => {
    const { body } = await cms.call('POST', '/workshops?locale=en', { as: editor, body: { ...workshop, ...change } });
    expect(body.errors, JSON.stringify(body)).toBeUndefined();
    return body.doc.id as number;
  };
  const publish = (id: number, change: object, locale = 'en') =>
    cms.call('PATCH', `/workshops/${id}?locale=${locale}`, { as: editor, body: { ...change, _status: 'published' } });
  const act = (id: number, change: object) => cms.call('POST', `/workshops/${id}/dates`, { as: editor, body: change });
  const library = async () => (await (await import('../../cms/library/readLibrary.ts')).readLibrary(cms.payload)).library;
  const stands = async (id: number) => {
    const found = (await library()).documents.workshops.get(String(id));
    if (!found) throw new Error(`Workshop ${id} is not on the site.`);
    return found;
  };
  const dates = async (id: number, count = 3) =>
    occurrences(await stands(id), { from: '2031-01-01', count, closures: [] }).map(({ day, start, cancelled, movedFrom }) =>
      [day, start.slice(11, 16), ...(cancelled ? ['cancelled'] : []), ...(movedFrom ? [`from ${movedFrom.slice(0, 16)}`] : [])].join(' '),
    );
  const publications = async () => (await cms.payload.find({ collection: 'publications', pagination: false, sort: '-id' })).docs;

  test.each(refused)('%s is refused where it stands, with what to do in either language', async (_, change, path) => {
    for (const language of languages) {
      const before = (await cms.payload.count({ collection: 'workshops' })).totalDocs;
      const { status, body } = await cms.call('POST', '/workshops', {
        as: editor,
        body: { ...workshop, ...change },
        headers: { 'Accept-Language': language },
      });
      const errors = (body.errors ?? []).flatMap(({ data }: { data?: { errors?: { path: string; message: string }[] } }) => data?.errors ?? []);
      expect({ status, paths: errors.map((error: { path: string }) => error.path) }).toEqual({ status: 400, paths: [path] });
      expect(errors[0].message).toMatch(language === 'es' ? /[áéíóúñ]|\b(?:el|la|un|una|los|de|elija|debe)\b/i : /\b(?:the|a|this|choose|is|how)\b/i);
      expect((await cms.payload.count({ collection: 'workshops' })).totalDocs).toBe(before);
    }
  });

  test('a meeting room may stand in a draft, and not in a place or in the notice on every page', async () => {
    const room = 'https://zoom.us/j/81234567890';
    expect((await cms.call('POST', '/workshops?draft=true', { as: editor, body: { title: 'Draft', howToJoin: room } })).status).toBe(201);
    expect((await cms.call('POST', '/places', { as: editor, body: { name: 'Online', entrance: room } })).status).toBe(400);
    expect((await cms.call('POST', '/globals/program', { as: editor, body: { notice: { text: room } } })).status).toBe(400);
  });

  test('a cancelled date stays cancelled while the schedule changes and comes back', async () => {
    const id = await make({ exceptions: [{ day: '2031-01-14', status: 'cancelled', reason: 'Snow' }] });
    const row = (await stands(id)).exceptions[0];
    expect(row?.reason).toEqual({ en: 'Snow' });
    expect((await publish(id, { segments: [{ ...weekly, weekdays: ['WE'] }] })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-08 18:30', '2031-01-15 18:30', '2031-01-22 18:30']);
    expect((await publish(id, { segments: [{ ...weekly, start: '19:00' }] })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-07 19:00', '2031-01-14 19:00 cancelled', '2031-01-21 19:00']);
  });

  test('one date is cancelled, moved and put back, each under one receipt', async () => {
    const id = await make();
    const first = await act(id, { day: '2031-01-14', action: 'cancel', reason: { en: 'Snow', es: 'Nieve' } });
    expect([first.status, await dates(id)]).toEqual([200, ['2031-01-07 18:30', '2031-01-14 18:30 cancelled', '2031-01-21 18:30']]);
    const [row] = await publications();
    expect(row).toMatchObject({ documentCollection: 'workshops', documentId: String(id), action: first.body.action, change: 'published', state: 'waiting' });
    expect((await act(id, { day: '2031-01-14', action: 'move', toDay: '2031-01-16', start: '17:00' })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-07 18:30', '2031-01-16 17:00 from 2031-01-14T18:30', '2031-01-21 18:30']);
    expect((await act(id, { day: '2031-01-14', action: 'undo' })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-07 18:30', '2031-01-14 18:30', '2031-01-21 18:30']);
    expect((await act(id, { day: '2031-01-14', action: 'undo' })).status).toBe(400);
    expect((await act(id, { day: '2031-01-15', action: 'cancel' })).status).toBe(400);
  });

  test('what changes from a date on leaves those before it as they were', async () => {
    const id = await make();
    expect((await act(id, { day: '2031-01-14', onward: true, action: 'move', toDay: '2031-01-15', start: '19:00' })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-07 18:30', '2031-01-15 19:00', '2031-01-22 19:00']);
    expect((await act(id, { day: '2031-01-22', onward: true, action: 'cancel' })).status).toBe(200);
    expect(await dates(id)).toEqual(['2031-01-07 18:30', '2031-01-15 19:00']);
  });

  test('a draft stays a draft, and publishing it later takes nothing back', async () => {
    const id = await make();
    await cms.call('PATCH', `/workshops/${id}?draft=true&locale=en`, { as: editor, body: { title: 'A new title', _status: 'draft' } });
    expect((await act(id, { day: '2031-01-14', action: 'cancel' })).status).toBe(200);
    expect((await stands(id)).text.en?.title).toBe('Evening');
    const draft = await cms.payload.findByID({ collection: 'workshops', id, draft: true });
    expect([draft.title, draft.exceptions?.map(({ day }) => day)]).toEqual(['A new title', ['2031-01-14']]);
    expect((await publish(id, {})).status).toBe(200);
    expect([(await stands(id)).text.en?.title, (await dates(id))[1]]).toEqual(['A new title', '2031-01-14 18:30 cancelled']);
  });

  test('both languages get the change, each with its own reason', async () => {
    const id = await make();
    expect((await publish(id, { title: 'Noche', summary: 'x' }, 'es')).status).toBe(200);
    expect((await act(id, { day: '2031-01-14', action: 'cancel', reason: { en: 'Snow', es: 'Nieve' } })).status).toBe(200);
    const { exceptions, text } = await stands(id);
    expect(exceptions.map(({ reason }) => reason)).toEqual([{ en: 'Snow', es: 'Nieve' }]);
    expect([text.en?.title, text.es?.title]).toEqual(['Evening', 'Noche']);
  });

  test('the count that calendars are told rises with each change of the dates and never falls', async () => {
    const id = await make();
    const before = await stands(id);
    expect(before.uid).toBe(`workshop-${before.code}`);
    await publish(id, { summary: 'Other words' });
    expect((await stands(id)).sequence).toBe(before.sequence);
    await act(id, { day: '2031-01-14', action: 'cancel' });
    const cancelled = (await stands(id)).sequence;
    expect(cancelled).toBeGreaterThan(before.sequence);
    const { docs } = await cms.payload.findVersions({ collection: 'workshops', where: { parent: { equals: id } }, sort: 'updatedAt', pagination: false });
    const restored = await cms.call('POST', `/workshops/versions/${docs[0]?.id}`, { as: editor });
    expect(restored.status).toBe(200);
    expect((await stands(id)).sequence).toBeGreaterThanOrEqual(cancelled);
    expect((await stands(id)).uid).toBe(before.uid);
  });

  test('the closures have a count of their own, which a request cannot set', async () => {
    const count = async () => (await library()).program.closuresSequence;
    const save = (data: object) => cms.call('POST', '/globals/program', { as: editor, body: { name: 'P', phone: '1', ...data } });
    const before = await count();
    expect((await save({ closures: [{ from: '2031-02-04', to: '2031-02-04' }], closuresSequence: 900 })).status).toBe(200);
    expect(await count()).toBe(before + 1);
    expect((await save({ phone: '2', closuresSequence: 0 })).status).toBe(200);
    expect(await count()).toBe(before + 1);
  });

  test('everything on a day at a place is cancelled at once, with a notice that ends, under one receipt', async () => {
    const place = (await cms.call('POST', '/places', { as: editor, body: { name: 'Mill Street' } })).body.doc.id;
    const day = '2033-05-03';
    const here = await make({ title: 'Here', segments: [{ ...weekly, from: '2033-05-03', place }] });
    const there = await make({ title: 'There', segments: [{ ...weekly, from: '2033-05-03' }] });
    const until = '2033-05-04T04:00:00.000Z';
    const { status, body } = await cms.call('POST', '/workshops/cancel-day', {
      as: editor,
      body: { day, place, reason: { en: 'A burst pipe' }, notice: { en: 'Mill Street is closed today.', es: 'Mill Street está cerrado hoy.' }, until },
    });
    expect([status, body.cancelled?.map(({ title }: { title: string }) => title)]).toEqual([200, ['Here']]);
    expect((await stands(here)).exceptions).toMatchObject([{ day, status: 'cancelled', reason: { en: 'A burst pipe' } }]);
    expect((await stands(there)).exceptions).toEqual([]);
    expect((await library()).program.notice).toEqual({ text: { en: 'Mill Street is closed today.', es: 'Mill Street está cerrado hoy.' }, until });
    const rows = (await publications()).filter(({ action }) => action === body.action);
    expect(new Set(rows.map(({ documentCollection }) => documentCollection))).toEqual(new Set(['workshops', 'program']));
  });

  test('a date at the same place or with the same person as another is told', async () => {
    const place = (await cms.call('POST', '/places', { as: editor, body: { name: 'Elm Street' } })).body.doc.id;
    await make({ title: 'Already there', segments: [{ ...weekly, from: '2034-03-07', place }] });
    const at = (hour: string) => ({ start: `2034-03-07T${hour}:00-05:00`, end: `2034-03-07T${hour.slice(0, 2)}:59:00-05:00`, place, facilitators: [] });
    const { body } = await cms.call('POST', '/workshops/clashes', { as: editor, body: { dates: [at('19:00'), at('21:00')] } });
    expect(body.clashes).toEqual([{ start: '2034-03-07T19:00:00-05:00', with: 'Already there', place: true, people: [] }]);
  });

  test('a duplicate has none of the changed dates, and a calendar of its own', async () => {
    const id = await make({ exceptions: [{ day: '2031-01-14', status: 'cancelled' }] });
    const { body } = await cms.call('POST', `/workshops/${id}/duplicate`, { as: editor, body: {} });
    expect(body.doc.exceptions ?? []).toEqual([]);
    expect((await publish(body.doc.id, { title: 'Evening again', slug: 'evening-again' })).status).toBe(200);
    expect((await stands(body.doc.id)).uid).not.toBe((await stands(id)).uid);
  });

  test.each(['clinician', undefined] as const)('nobody else changes dates: %s', async (role) => {
    const id = await make();
    const as = role && (await cms.signIn(role));
    for (const path of [`/workshops/${id}/dates`, '/workshops/cancel-day', '/workshops/clashes'])
      expect((await cms.call('POST', path, { ...(as ? { as } : {}), body: { day: '2031-01-14', action: 'cancel' } })).status).toBe(as ? 403 : 401);
    expect((await stands(id)).exceptions).toEqual([]);
  });

  test.each([[{}], [{ day: 'tomorrow', action: 'cancel' }], [{ day: '2031-01-14', action: 'explode' }], ['{"day":']])(
    '%j is refused in words',
    async (body) => {
      const id = await make();
      const { status, body: answer } = await cms.call('POST', `/workshops/${id}/dates`, { as: editor, body });
      expect([status, answer.errors?.[0].message]).toEqual([400, expect.stringMatching(/could not be read/)]);
    },
  );
});
