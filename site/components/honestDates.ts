/**
 * Keeps dates true at the moment of reading, however long ago the page was printed: takes out what is over, says 'today' and 'tomorrow', and adds the
 * reader's own time. Without it a page says nothing wrong: every date is written in full. It knows by their attributes:
 *
 * - `[data-end]`: what is over from that instant on
 * - `ol[data-keep]`: a list that shows so many dates: more come from the list in the `<details>` after it, and what is over goes to the list in `.over`
 * - `time[data-zone]`: a date with its offset, and the zone on whose clock it stands
 * - `ul[data-lines]`: lines, each with such a list, by their next date
 * - `[data-yours]`: the words before the reader's own time
 */
const spoken = document.documentElement.lang === 'es' ? 'es-US' : 'en-US';
const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>(selector)];
const coming = (list?: Element | null) => (list ? all(':scope > [data-end]:not([hidden])', list) : []);
const endOf = (item: HTMLElement) => Date.parse(item.dataset.end ?? '');

const formats: Record<string, Intl.DateTimeFormat> = {};
function format(language: string, timeZone?: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + timeZone;
  formats[key] ??= new Intl.DateTimeFormat(language, { timeZone, ...options });
  return formats[key];
}

/** The number of the calendar day in a zone, or in the reader's own: Swedish writes days as ISO 8601 does. */
const dayOf = (at: number, timeZone?: string) => Date.parse(format('sv', timeZone).format(at)) / 864e5;

/** 'Today' or 'Tomorrow', where it is so on the clock of the workshop and on the reader's. */
function soonIs(start: number, now: number, zone?: string): string {
  const days = dayOf(start, zone) - dayOf(now, zone);
  if ((days !== 0 && days !== 1) || days !== dayOf(start) - dayOf(now)) return '';
  const word = new Intl.RelativeTimeFormat(spoken, { numeric: 'auto' }).format(days, 'day');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function ownTime(start: number, end: number, zone?: string): string {
  const clock = (timeZone?: string) => format(spoken, timeZone, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  return clock().format(start) === clock(zone).format(start) ? '' : `${all('[data-yours]')[0]?.dataset.yours} ${clock().formatRange(start, end)}`;
}

/** A line of its own beside the one that has the date. */
function say(date: Element, name: string, text: string, where: 'before' | 'after'): void {
  let line = date.parentElement?.querySelector(`.${name}`);
  if (!line) {
    if (!text) return;
    line = document.createElement('p');
    line.className = name;
    date[where](line);
  }
  if (line.textContent !== text) line.textContent = text;
}

function refresh(): void {
  const now = Date.now();
  for (const item of all('[data-end]')) item.hidden = endOf(item) <= now;
  for (const list of all('[data-keep]')) {
    const around = list.parentElement as HTMLElement;
    const later = around.querySelector<HTMLElement>('.more-dates');
    const over = around.querySelector('.over ol');
    for (const item of over ? all('[data-end][hidden]', around) : []) {
      item.removeAttribute('data-end');
      item.hidden = false;
      over?.prepend(item);
    }
    const rest = coming(later?.querySelector('ol'));
    list.append(...rest.splice(0, Math.max(0, Number(list.dataset.keep) - coming(list).length)));
    if (later) later.hidden = !rest.length;
    const none = around.querySelector<HTMLElement>('.none-left');
    if (none) none.hidden = coming(list).length > 0;
  }
  for (const lines of all('[data-lines]')) {
    const next = (line: HTMLElement) =>
      Date.parse(line.querySelector<HTMLTimeElement>('[data-end]:not([hidden]) time')?.dateTime ?? '') || Number.POSITIVE_INFINITY;
    const sorted = all(':scope > li', lines).sort((a, b) => next(a) - next(b) || 0);
    if (sorted.some((line, place) => lines.children[place] !== line)) lines.append(...sorted);
  }
  // Last, since a browser may not know a zone that is newer than it is.
  for (const item of all('[data-end]:not([hidden])')) {
    const time = item.querySelector<HTMLTimeElement>('[data-zone]');
    if (!time) continue;
    const start = Date.parse(time.dateTime);
    const line = time.parentElement as Element;
    say(line, 'soon', soonIs(start, now, time.dataset.zone), 'before');
    say(line, 'yours', time.matches(':has(s)') ? '' : ownTime(start, endOf(item), time.dataset.zone), 'after');
  }
}

refresh();
// A page may stay open over midnight, or come back from the history as it was left.
for (const event of ['pageshow', 'visibilitychange']) addEventListener(event, refresh);
setInterval(refresh, 30_000);
