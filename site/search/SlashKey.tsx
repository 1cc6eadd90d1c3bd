import { useEffect, useState } from 'react';
import type { SlashMemory, WithKeyboard } from './slashKey.ts';
import type { SearchStrings } from './strings.ts';

const slashMemory: SlashMemory = 'slash';
const withKeyboard: WithKeyboard = '(hover: hover) and (pointer: fine)';

/**
 * Says that `/` leads to the box, and turns that off and on: a key without Ctrl or Alt can be pressed by mistake or by speech (WCAG 2.1.4). Whoever came
 * here by the key, or otherwise, sees it; on the server it is nothing, since there is no key without the script.
 */
export function SlashKey({ strings }: { strings: SearchStrings }) {
  /** Undefined until it is known whether there is a keyboard. */
  const [on, set] = useState<boolean>();

  useEffect(() => {
    if (matchMedia(withKeyboard).matches) set(sessionStorage.getItem(slashMemory) === null);
  }, []);

  if (on === undefined) return null;
  const turn = () => {
    if (on) sessionStorage.setItem(slashMemory, 'off');
    else sessionStorage.removeItem(slashMemory);
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
