import type { Locale } from '../../cms/library/locales.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';
import { filled } from './filled.ts';
import type { SearchAnswer, SearchHit, Segment } from './provider.ts';
import type { SearchStrings } from './strings.ts';

interface Props {
  locale: Locale;
  strings: SearchStrings;
  answer: SearchAnswer;
  busy: boolean;
  onMore: () => void;
}

/** The results, a list for each kind; the kind of the best hit comes first. */
export function Results({ locale, strings, answer, busy, onMore }: Props) {
  return (
    <div className="search-results" aria-busy={busy}>
      {byKind(answer.hits).map(([kind, hits]) => (
        <div key={kind}>
          <h2>{strings.kinds[kind]}</h2>
          <ol>
            {hits.map((hit) => (
              <Result key={hit.path} hit={hit} locale={locale} strings={strings} />
            ))}
          </ol>
        </div>
      ))}
      {answer.total > answer.hits.length && (
        <button type="button" className="button search-more" disabled={busy} onClick={onMore}>
          {strings.more}
        </button>
      )}
    </div>
  );
}

function Result({ hit, locale, strings }: { hit: SearchHit; locale: Locale; strings: SearchStrings }) {
  const lang = hit.lang === locale ? undefined : hit.lang;
  return (
    <li>
      <a href={hit.path} lang={lang}>
        <Marked segments={hit.title} />
      </a>
      {lang && <span className="search-lang"> ({strings.inOtherLanguage})</span>}
      {hit.excerpt.length > 0 && (
        <p lang={lang}>
          <Marked segments={hit.excerpt} />
        </p>
      )}
      {hit.sections.length > 0 && (
        <ul aria-label={filled(strings.sectionsOf, { title: hit.title.map((segment) => segment.text).join('') })}>
          {hit.sections.map((section) => (
            <li key={section.path}>
              <a href={section.path} lang={lang}>
                <Marked segments={section.heading} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Marked({ segments }: { segments: readonly Segment[] }) {
  let start = 0;
  return segments.map(({ text, marked }) => {
    const key = start;
    start += text.length;
    return marked ? <mark key={key}>{text}</mark> : text;
  });
}

function byKind(hits: readonly SearchHit[]): [PublicCollection, SearchHit[]][] {
  const kinds = new Map<PublicCollection, SearchHit[]>();
  for (const hit of hits) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit]);
  return [...kinds];
}
