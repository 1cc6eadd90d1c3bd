'use client';
import { useState } from 'react';
import type { ListedLink } from '../../endpoints/preview/links.ts';
import { writtenInstant } from '../dates.ts';
import { wordsIn } from '../words.ts';
import { revokeLink } from './useLinks.ts';
import { previewWordsIn } from './words.ts';

interface Given {
  links: ListedLink[];
  maySend: boolean;
  language: string;
  onRevoked: () => void;
}

/** Every link that was sent, the newest first, with a way to take back those that work. */
export const LinkList = ({ links, maySend, language, onRevoked }: Given) => {
  const words = previewWordsIn(language).links;
  const [problem, setProblem] = useState('');

  async function revoke(id: number | string) {
    const answer = await revokeLink(id, words.unreachable);
    setProblem('refused' in answer ? answer.refused : '');
    onRevoked();
  }

  return (
    <>
      <h4 className="preview-links__title">{words.list}</h4>
      <div role="status">{problem && <p className="standing__problem">{problem}</p>}</div>
      <ul className="preview-links">
        {links.map((link) => (
          <li key={link.id}>
            <p>
              <strong>{link.note || words.unnamed}</strong>
            </p>
            <p>{stateOf(link, language)}</p>
            <p className="standing__small">{words.by(link.by, writtenInstant(language, link.createdAt))}</p>
            {maySend && works(link) && (
              <button
                type="button"
                className="preview-links__revoke"
                aria-label={words.revokeOf(link.note || words.unnamed)}
                onClick={() => void revoke(link.id)}
              >
                {words.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

function works({ revoked, expiresAt }: ListedLink): boolean {
  return !revoked && Date.parse(expiresAt) > Date.now();
}

function stateOf(link: ListedLink, language: string): string {
  const words = previewWordsIn(language).links;
  const name = wordsIn(language).languages[link.locale];
  if (link.revoked) return words.revoked(name);
  return works(link) ? words.until(name, writtenInstant(language, link.expiresAt)) : words.ended(name, writtenInstant(language, link.expiresAt));
}
