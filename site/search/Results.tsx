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

/** So many of the best come first, whatever they are: the right one should not stand below a long list of another kind. */
const bestShown = 3;

/** The results, a list for each kind; of many, the best come before. */
export function Results({ locale, strings, answer, busy, onMore }: Props) {
  const best = answer.hits.length > bestShown ? answer.hits.slice(0, bestShown) : [];
  const others = answer.hits.slice(best.length);
  return (
    <div className="search-results" aria-busy={busy}>
      {best.length > 0 && <Group heading={strings.best} hits={best} kinds locale={locale} strings={strings} />}
      {byKind(others).map(([kind, hits]) => (
        <Group key={kind} heading={strings.kinds[kind]} hits={hits} locale={locale} strings={strings} />
      ))}
      {answer.total > answer.hits.length && (
        <button type="button" className="button search-more" disabled={busy} onClick={onMore}>
          {strings.more}
        </button>
      )}
    </div>
  );
}

interface GroupProps {
  heading: string;
  hits: readonly SearchHit[];
  /** Whether each says what it is. */
  kinds?: boolean;
  locale: Locale;
  strings: SearchStrings;
}

function Group({ heading, hits, kinds = false, locale, strings }: GroupProps) {
  return (
    <div>
      <h2>{heading}</h2>
      <ol>
        {hits.map((hit) => (
          <Result key={hit.path} hit={hit} kind={kinds} locale={locale} strings={strings} />
        ))}
      </ol>
    </div>
  );
}

function Result({ hit, kind, locale, strings }: { hit: SearchHit; kind: boolean; locale: Locale; strings: SearchStrings }) {
  const lang = hit.lang === locale ? undefined : hit.lang;
  return (
    <li>
      <a href={hit.path} lang={lang}>
        <Marked segments={hit.title} />
      </a>
      {(kind || lang) && (
        <span className="search-lang"> ({[kind && strings.kinds[hit.kind], lang && strings.inOtherLanguage].filter(Boolean).join(', ')})</span>
      )}
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
