import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Locale } from '../../cms/library/locales.ts';

/** How well a document answers a query: 3 is the right answer, 2 helps, 1 is near. By the keys of the sample library. */
type Grades = Record<string, number>;

export interface JudgedQuery {
  /** plain, clinical, misspelled, questions or mixed. */
  sort: string;
  q: string;
  grades: Grades;
}

/** The judged set of one language: judged/<locale>.yaml. */
export async function judgedQueries(locale: Locale): Promise<JudgedQuery[]> {
  const sorts = parse(await readFile(new URL(`./judged/${locale}.yaml`, import.meta.url), 'utf8')) as Record<string, Record<string, Grades>>;
  return Object.entries(sorts).flatMap(([sort, queries]) => Object.entries(queries).map(([q, grades]) => ({ sort, q, grades })));
}

/** Whether a right answer is among the first three. */
export function rightInThree({ grades }: JudgedQuery, found: readonly string[]): boolean {
  return found.slice(0, 3).some((key) => grades[key] === 3);
}

/** Normalized discounted cumulative gain of the first ten: 1 where they are all in the best order. */
export function ndcg({ grades }: JudgedQuery, found: readonly string[]): number {
  return gain(found.map((key) => grades[key] ?? 0)) / gain(Object.values(grades).sort((a, b) => b - a));
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}
