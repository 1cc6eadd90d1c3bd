import { Link } from '@payloadcms/ui/elements/Link';
import type { ReactNode } from 'react';
import type { Words } from '../words.ts';
import type { Item } from './desk.ts';

interface Given<T extends Item> {
  title: string;
  items: readonly T[];
  /** What stands there when the list is empty. */
  none: string;
  words: Words;
  /** How many stand open; the others unfold. */
  first?: number;
  note?: string;
  /** Under a heading of its own, its own is one lower. */
  level?: 2 | 3;
  /** Where there is more of the same. */
  more?: { href: string; text: string };
  /** Whether the list is work to be done: then its length is worth knowing. */
  counted?: boolean;
  /** Tells rows apart that open the same document. */
  keyOf?: (item: T) => string;
  /** What is said of an item, under its name. */
  children: (item: T) => ReactNode;
}

/** A list with a line between its rows; each row opens a document. */
export function RuledList<T extends Item>({
  title,
  items,
  none,
  words,
  first = 7,
  note,
  level = 2,
  more,
  counted = false,
  keyOf = ({ href }) => href,
  children,
}: Given<T>) {
  const Heading = `h${level}` as const;
  const rest = items.slice(first);
  const rows = (some: readonly T[]) => (
    <ul className="desk__list">
      {some.map((item) => (
        <li key={keyOf(item)}>
          <Link href={item.href} prefetch={false}>
            {item.title}
          </Link>
          <div className="desk__about">
            {item.kind && <span>{item.kind}</span>}
            {children(item)}
          </div>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="desk__section">
      <Heading>
        {title}
        {counted && items.length > 0 && <span className="desk__count">{items.length}</span>}
      </Heading>
      {items.length === 0 ? <p className="desk__none">{none}</p> : rows(items.slice(0, first))}
      {rest.length > 0 && (
        <details>
          <summary>{words.dashboard.more(rest.length)}</summary>
          {rows(rest)}
        </details>
      )}
      {note && <p className="desk__none">{note}</p>}
      {more && (
        <Link className="desk__more" href={more.href} prefetch={false}>
          {more.text}
        </Link>
      )}
    </section>
  );
}
