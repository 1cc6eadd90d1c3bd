import type { Field } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await openTestCms(databases()[0]!);
});
afterAll(() => cms.close());

interface Shown {
  path: string;
  label: unknown;
  help: unknown;
  localized: boolean;
  top: boolean;
}

/** The fields that staff see, with those inside rows, tabs, groups and lists. */
function shown(fields: Field[], path: string, top = true): Shown[] {
  return fields.flatMap((field) => {
    const { hidden, admin } = field as { hidden?: boolean; admin?: { hidden?: unknown; disabled?: unknown; description?: unknown } };
    if (hidden || admin?.hidden === true || admin?.disabled || field.type === 'ui') return [];
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => shown(tab.fields, path, top));
    if (field.type === 'row' || field.type === 'collapsible') return shown(field.fields, path, top);
    if (!('name' in field) || ['id', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'email', 'password', 'salt', 'hash'].includes(field.name)) return [];
    const own = {
      path: `${path}.${field.name}`,
      label: field.label,
      help: admin?.description,
      localized: Boolean('localized' in field && field.localized),
      top,
    };
    return [own, ...('fields' in field ? shown(field.fields as Field[], own.path, false) : [])];
  });
}

const inBoth = (words: unknown) => typeof (words as { en?: unknown })?.en === 'string' && typeof (words as { es?: unknown })?.es === 'string';
const record = new Set(['addresses', 'calendars', 'publications']);
const everyField = () => [
  ...cms.config.collections
    .filter(({ slug }) => !slug.startsWith('payload-') && !record.has(slug))
    .flatMap((collection) => shown(collection.fields, collection.slug)),
  ...cms.config.globals.flatMap((global) => shown(global.fields, global.slug)),
];

test('every field has a name in English and Spanish', () => {
  expect(
    everyField()
      .filter(({ label }) => !inBoth(label))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('every field says in both languages what to write', () => {
  expect(
    everyField()
      .filter(({ help }) => !inBoth(help) || !(help as { en: string }).en)
      .map(({ path }) => path),
  ).toEqual([]);
});

test('a field that both languages share says so', () => {
  const drafted = cms.config.collections.filter((collection) => collection.versions?.drafts);
  const silent = drafted
    .flatMap((collection) => shown(collection.fields, collection.slug))
    .filter(({ localized, top, help }) => top && !localized && !/both languages/.test((help as { en?: string })?.en ?? ''));
  expect(silent.map(({ path }) => path)).toEqual([]);
});
