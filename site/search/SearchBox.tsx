import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { CrisisKind } from '../../cms/library/types.ts';
import { CrisisFirst, type CrisisHelp } from './CrisisFirst.tsx';
import { crisisIn } from './crisisWords.ts';
import { filled } from './filled.ts';
import { Help, type HelpProps } from './Help.tsx';
import { addressWith, queryIn } from './queryInAddress.ts';
import { Results } from './Results.tsx';
import { SlashKey } from './SlashKey.tsx';
import type { SearchStrings } from './strings.ts';
import { useSearch } from './useSearch.ts';

interface Props extends HelpProps {
  locale: Locale;
  strings: SearchStrings;
  /** The address of the search page, where the form leads without JavaScript. */
  action: string;
  crisis: readonly CrisisHelp[];
  algolia?: SiteSettings['algolia'] | undefined;
}

/** How long after a keystroke the words are searched, in milliseconds. */
const pause = 200;

/**
 * The search box and its results. Rendered on the server it is a plain form to the search page. The site's own index answers while the reader types;
 * Algolia hears only what they submit.
 */
export default function SearchBox({ locale, strings, action, crisis, algolia, ...help }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { shown, busy, run, more, literally, warm } = useSearch(locale, algolia);
  const [danger, setDanger] = useState<CrisisKind>();
  /** Decided on the device at each keystroke, whatever searches and whether anything answers. */
  const watch = useCallback(() => setDanger(crisisIn(input.current?.value ?? '')), []);

  /** Searches what stands in the box, and notes it in the address. */
  const searchTyped = useCallback(() => {
    const q = input.current?.value.trim() ?? '';
    history.replaceState(history.state, '', addressWith(location.href, q));
    void run(q);
  }, [run]);

  // The address is the state: it is read at the start and whenever the reader goes back or forward.
  useEffect(() => {
    const fromAddress = () => {
      const q = queryIn(location.href);
      if (input.current && q) input.current.value = q;
      watch();
      void run(q);
    };
    if (!algolia) warm();
    // Words typed before this script arrived are searched too, unless that would send them away unasked.
    watch();
    if (!queryIn(location.href) && input.current?.value && !algolia) searchTyped();
    else fromAddress();
    addEventListener('popstate', fromAddress);
    return () => removeEventListener('popstate', fromAddress);
  }, [run, warm, watch, searchTyped, algolia]);

  const onInput = () => {
    watch();
    if (algolia) return;
    clearTimeout(typed.current);
    typed.current = setTimeout(searchTyped, pause);
  };

  const onSubmit = (event: SubmitEvent) => {
    clearTimeout(typed.current);
    // From another page the form leads to the search page, as it does without JavaScript.
    if (location.pathname !== action) return;
    event.preventDefault();
    const q = input.current?.value.trim() ?? '';
    if (q !== queryIn(location.href)) history.pushState(null, '', addressWith(location.href, q));
    void run(q);
  };

  const nothing = shown.state === 'answered' && shown.answer.hits.length === 0;
  return (
    <div className="search">
      {/* biome-ignore lint/a11y/useSemanticElements: readers' older browsers do not know the element <search> */}
      <form role="search" className="search-form" action={action} method="get" onSubmit={onSubmit}>
        <label htmlFor="search-words">{strings.label}</label>
        <div className="find">
          <input
            ref={input}
            id="search-words"
            name="q"
            type="search"
            placeholder={strings.placeholder}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={200}
            onInput={onInput}
          />
          <button className="button" type="submit">
            {strings.button}
          </button>
        </div>
        {algolia && <p className="search-note">{strings.algolia}</p>}
        <SlashKey strings={strings} />
      </form>
      <CrisisFirst kind={danger} help={crisis} helpNow={help.helpNow} strings={strings} />
      <p role="status" className="search-status">
        {shown.state === 'failed'
          ? strings.failed
          : shown.state === 'idle'
            ? ''
            : filled(nothing ? strings.nothing : shown.answer.total === 1 ? strings.foundOne : strings.found, { q: shown.q, count: shown.answer.total })}
      </p>
      {shown.state === 'answered' && shown.answer.corrected && (
        <p className="search-note">
          {filled(strings.showingFor, { corrected: shown.answer.corrected })}{' '}
          <button type="button" className="search-key" onClick={literally}>
            {filled(strings.searchInstead, { q: shown.q })}
          </button>
        </p>
      )}
      {shown.state === 'answered' && !nothing && <Results locale={locale} strings={strings} answer={shown.answer} busy={busy} onMore={more} />}
      {(nothing || shown.state === 'failed') && <Help locale={locale} strings={strings} {...help} />}
    </div>
  );
}
