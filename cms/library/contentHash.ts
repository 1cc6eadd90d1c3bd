import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Locale } from './locales.ts';
import type { AnyDocument } from './types.ts';

/**
 * The hash of what a clinician reviews: one language's text and the sources that stand behind it. Two documents that read the same have the same
 * hash; a topic, an audience or a date does not change it. Empty where the language is not there.
 */
export function contentHash(document: AnyDocument, locale: Locale): string {
  const text = document.text[locale];
  if (!text) return '';
  const { slug: _, ...reviewed } = text as { slug: string };
  return hashOf([reviewed, 'sources' in document ? document.sources : []]);
}

/** SHA-256 of a JSON value, in hex, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? 'null'
  );
}
