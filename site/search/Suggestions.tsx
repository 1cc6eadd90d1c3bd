import type { Locale } from '../../cms/library/locales.ts';
import type { NamedDocument } from '../../cms/library/searchNames.ts';
import type { SearchStrings } from './strings.ts';

/** Pages by their names, as plain links: Tab and the arrow keys lead through them (see arrowKeys.ts). */
export function Suggestions({ suggested, locale, strings }: { suggested: readonly NamedDocument[]; locale: Locale; strings: SearchStrings }) {
  if (suggested.length === 0) return null;
  return (
    <ul className="search-suggestions" aria-label={strings.suggestions}>
      {suggested.map(({ path, title, kind, lang }) => (
        <li key={path}>
          <a href={path} lang={lang === locale ? undefined : lang}>
            {title}
          </a>{' '}
          <span className="search-lang">
            {strings.kinds[kind]}
            {lang !== locale && `, ${strings.inOtherLanguage}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
