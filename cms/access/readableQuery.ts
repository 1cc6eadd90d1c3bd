import { validOperators } from 'payload/shared';
import { type Said, said } from '../fields/said.ts';
import { isLocale } from '../library/locales.ts';

const language = said('choose en or es.', 'elija en o es.');
const number = said('write a whole number from 0 to 1,000,000.', 'escriba un número entero de 0 a 1 000 000.');
const sort = said(
  'write the name of a field, with - before it to turn the order around.',
  'escriba el nombre de un campo, con - delante para invertir el orden.',
);
const where = said(
  'write where[field][operator]=value, such as where[title][equals]=Sleep.',
  'escriba where[campo][operador]=valor, por ejemplo where[title][equals]=Dormir.',
);

const json = said('write JSON.', 'escriba JSON.');

/** Those that ask where on a map something is have no field here. */
const operators = new Set<string>(validOperators.filter((operator) => !['near', 'within', 'intersects'].includes(operator)));
const largest = 1_000_000;
/** `and` and `or` inside one another: the admin's own filters need two levels. */
const deepest = 5;

/**
 * What is wrong with the query of a request, or nothing. Payload hands most of it to the database as it came, which answers 500, or leaves a part out:
 * then a change to some documents becomes one to all.
 */
export function queryMistake(query: URLSearchParams): Said | undefined {
  for (const [key, value] of query) {
    const expected = /\0/.test(key + value) ? where : expectedOf(key, value);
    if (expected) return said(`${nameOf(key)}: ${expected.en}`, `${nameOf(key)}: ${expected.es}`);
  }
  return undefined;
}

function expectedOf(key: string, value: string): Said | undefined {
  const [name = '', ...inner] = key.replaceAll(']', '').split('[');
  switch (name) {
    case 'limit':
    case 'page':
    case 'depth':
      return inner.length === 0 && /^\d+$/.test(value) && Number(value) <= largest ? undefined : number;
    case 'sort':
      return value.split(',').every((field) => /^-?\w+(\.\w+)*$/.test(field)) ? undefined : sort;
    case 'data':
      return isJson(value) ? undefined : json;
    case 'locale':
      return isLocale(value) || value === 'all' || value === '*' ? undefined : language;
    case 'where':
      return /^where(\[[^[\]]*\])+$/.test(key) && isCondition(inner) ? undefined : where;
    default:
      return undefined;
  }
}

/** `[title][equals]`, inside any `[and][0]`; the value may be a list or name a document of a collection. */
function isCondition(path: string[]): boolean {
  let at = 0;
  while (/^(and|or)$/i.test(path[at] ?? '') && /^\d*$/.test(path[at + 1] ?? 'x')) at += 2;
  const [field = '', operator = '', ...value] = path.slice(at);
  const known = /^\w+(\.\w+)*$/.test(field) && operators.has(operator);
  return at <= deepest * 2 && known && value.every((part) => /^(\d*|relationTo|value)$/.test(part));
}

const nameOf = (key: string) => /^[\w-]{1,20}/.exec(key)?.[0] ?? 'where';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
