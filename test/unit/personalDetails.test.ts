import { expect, test } from 'vitest';
import { personalDetails } from '../../cms/admin/asked/personalDetails.ts';

test.each([
  ['My husband Carlos will not come', 'name'],
  ['Can my daughter, Ana, bring her baby?', 'name'],
  ['¿Puede venir mi hijo Ángel?', 'name'],
  ['Mi esposa se llama Rosa y no duerme', 'name'],
  ['My name is Dolores. May I come alone?', 'name'],
  ['Write to ana.lopez@example.org', 'email'],
  ['Call me at (555) 123-4567', 'phone'],
  ['Call me at 555-123-4567 please', 'phone'],
  ['Mi número es +1 555 123 4567', 'phone'],
  ['Mi número es 55 1234 5678', 'phone'],
])('“%s” has a detail of a person in it', (words, detail) => {
  expect(personalDetails(words)).toEqual([detail]);
});

test.each([
  'My husband does not want to come. What can I do?',
  'my husband relapsed',
  'How Do I Help My Husband Stop Drinking',
  'MY SON CARLOS',
  'Can I visit my son Monday?',
  'Should my son Narcan himself?',
  'Is it true that Alcoholics Anonymous is free?',
  'Can I call 988 or 1-800-662-4357 at night?',
  'Can I call (800) 662-4357?',
  'It has been so since 2026-11-23, at 18:30',
  '¿Qué es el IOP? Mi hijo empieza el lunes',
  '¿Mi esposo puede tomar Suboxone?',
  '¿Cómo se llama Narcan en español?',
  'I love my husband. Does he hate me?',
  '',
  '😀'.repeat(200),
  'a@'.repeat(5000),
])('“%.60s” has none', (words) => {
  expect(personalDetails(words)).toEqual([]);
});
