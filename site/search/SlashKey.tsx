import { type RefObject, useEffect, useState } from 'react';
import type { SearchStrings } from './strings.ts';

/** In the memory of this tab alone: a site that people may have to hide leaves nothing behind. */
const memory = 'slash';
/** Where there is a keyboard to speak of. On a telephone neither the key nor the line about it is there. */
const withKeyboard = '(hover: hover) and (pointer: fine)';

/**
 * `/`, pressed outside a text field, leads to the box; beside it stands how to turn that off, since a key without Ctrl or Alt can be pressed by mistake or
 * by speech (WCAG 2.1.4). On the server it is nothing: there is no key without the script.
 */
export function SlashKey({ box, strings }: { box: RefObject<HTMLInputElement | null>; strings: SearchStrings }) {
  /** Undefined until it is known whether there is a keyboard. */
  const [on, set] = useState<boolean>();

  useEffect(() => {
    if (matchMedia(withKeyboard).matches) set(sessionStorage.getItem(memory) === null);
  }, []);

  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      box.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [box, on]);

  if (on === undefined) return null;
  const turn = () => {
    if (on) sessionStorage.setItem(memory, 'off');
    else sessionStorage.removeItem(memory);
    set(!on);
  };
  return (
    <p className="search-note">
      {on ? strings.slashOn : strings.slashOff}{' '}
      <button type="button" className="search-key" onClick={turn}>
        {on ? strings.slashTurnOff : strings.slashTurnOn}
      </button>
    </p>
  );
}
