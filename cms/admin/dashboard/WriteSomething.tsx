import { Link } from '@payloadcms/ui/elements/Link';
import type { Words } from '../words.ts';
import { type Desk, labelIn } from './desk.ts';

const kinds = ['articles', 'faqs', 'workshops'] as const;

/** The shortest way to an empty page of the kinds that are written most. */
export const WriteSomething = ({ desk, words }: { desk: Desk; words: Words }) => (
  <nav className="desk__write" aria-label={words.dashboard.write}>
    <span aria-hidden="true">{words.dashboard.write}</span>
    {kinds.map((kind) => (
      <Link key={kind} href={`/admin/collections/${kind}/create`} prefetch={false}>
        {labelIn(desk.payload.collections[kind].config.labels.singular, desk.language)}
      </Link>
    ))}
  </nav>
);
