import { type KeyboardEvent, type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { CrisisKind } from '../../cms/library/types.ts';
import { moveByArrow } from './arrowKeys.ts';
import { type Asked, addressWith, askedIn, isNarrowed, noFilters } from './asked.ts';
import { Corrected } from './Corrected.tsx';
import { CrisisFirst, type CrisisHelp } from './CrisisFirst.tsx';
import { crisisIn } from './crisisWords.ts';
import { Engine } from './Engine.tsx';
import { type FilterChoices, FilterPanel } from './FilterPanel.tsx';
import { Help, type HelpProps } from './Help.tsx';
import { Results } from './Results.tsx';
import { SlashKey } from './SlashKey.tsx';
import { Suggestions } from './Suggestions.tsx';
import { statusOf } from './statusOf.ts';
import type { SearchStrings } from './strings.ts';
import { useSearch } from './useSearch.ts';
import { useSuggestions } from './useSuggestions.ts';

interface Props extends HelpProps {
  locale: Locale;
  strings: SearchStrings;
  /** The address of the search page, where the form leads without JavaScript. */
  action: string;
  crisis: readonly CrisisHelp[];
  choices: FilterChoices;
  algolia?: SiteSettings['algolia'] | undefined;
}

/** How long after a keystroke the words are searched, in milliseconds. */
const pause = 200;

/**
 * The search box and its results. Rendered on the server it is a plain form to the search page. The site's own index answers while the reader types;
 * Algolia hears only what they submit, unless the operator decided otherwise.
 */
export default function SearchBox({ locale, strings, action, crisis, choices, algolia, ...help }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { shown, busy, run, warm, nextSize } = useSearch(locale, algolia);
  const { suggested, type, close } = useSuggestions(locale);
  const [asked, setAsked] = useState<Asked>({ q: '', filters: noFilters, onDevice: false });
  const [danger, setDanger] = useState<CrisisKind>();
  const words = () => input.current?.value.trim() ?? '';
  /** Whether words may be searched that nobody submitted. */
  const unasked = useCallback((onDevice: boolean) => !algolia || onDevice || algolia.asYouType === true, [algolia]);
  /** Decided on the device at each keystroke, whatever searches and whether anything answers. */
  const watch = useCallback(() => setDanger(crisisIn(input.current?.value ?? '')), []);

  /** Searches, and notes in the address what for: as a new step in the reader's history only where they would go back to it. */
  const ask = useCallback(
    (next: Asked, { step = false } = {}) => {
      clearTimeout(typing.current);
      const address = addressWith(location.href, next);
      if (step && address !== location.href) history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
      setAsked(next);
      void run(next);
    },
    [run],
  );

  // The address is the state: it is read at the start and whenever the reader goes back or forward.
  useEffect(() => {
    const fromAddress = () => {
      const there = askedIn(location.href);
      if (input.current && (there.q || input.current.value)) input.current.value = there.q;
      watch();
      close();
      setAsked(there);
      void run(there);
    };
    const before = askedIn(location.href);
    const early = input.current?.value.trim();
    watch();
    if (unasked(before.onDevice)) warm();
    // Words typed before this script arrived are searched too, unless that would send them away unasked.
    if (!before.q && early) {
      if (unasked(before.onDevice)) ask({ ...before, q: early });
      void type(early);
    } else fromAddress();
    addEventListener('popstate', fromAddress);
    return () => removeEventListener('popstate', fromAddress);
  }, [run, warm, watch, close, type, ask, unasked]);

  const onInput = () => {
    watch();
    void type(words());
    clearTimeout(typing.current);
    if (unasked(asked.onDevice)) typing.current = setTimeout(() => ask({ ...asked, q: words() }), pause);
  };

  const onSubmit = (event: SubmitEvent) => {
    clearTimeout(typing.current);
    // From another page the form leads to the search page, as it does without JavaScript.
    if (location.pathname !== action) return;
    event.preventDefault();
    close();
    ask({ ...asked, q: words() }, { step: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && suggested.length > 0) {
      close();
      input.current?.focus();
    } else if (!moveByArrow(event.key, event.currentTarget)) return;
    event.preventDefault();
  };

  const nothing = shown.state === 'answered' && shown.answer.hits.length === 0;
  return (
    <div className="search">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the box and the links inside */}
      <div className="search-asking" onKeyDown={onKeyDown}>
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
          {asked.onDevice && <input type="hidden" name="device" value="1" />}
          {algolia && (
            <Engine
              strings={strings}
              asYouType={algolia.asYouType === true}
              onDevice={asked.onDevice}
              onChange={(onDevice) => ask({ ...asked, onDevice }, { step: true })}
            />
          )}
          <SlashKey strings={strings} />
        </form>
        <CrisisFirst kind={danger} help={crisis} helpNow={help.helpNow} strings={strings} />
        <Suggestions suggested={suggested} locale={locale} strings={strings} />
      </div>
      <p role="status" className="search-status">
        {statusOf(shown, suggested.length, strings)}
      </p>
      {shown.state === 'answered' && <Corrected shown={shown} strings={strings} onLiterally={() => run(asked, { literally: true })} />}
      {(shown.state === 'answered' || isNarrowed(asked.filters)) && (
        <FilterPanel choices={choices} filters={asked.filters} strings={strings} onChange={(filters) => ask({ ...asked, filters }, { step: true })} />
      )}
      {shown.state === 'answered' && !nothing && (
        <Results locale={locale} strings={strings} answer={shown.answer} busy={busy} onMore={() => run(asked, { size: nextSize })} />
      )}
      {(nothing || shown.state === 'failed') && <Help locale={locale} strings={strings} crisis={crisis} {...help} />}
    </div>
  );
}
