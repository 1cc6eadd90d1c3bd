import type { SlashMemory, WithKeyboard } from './slashKey.ts';

/**
 * All the script that a page with a search box runs before anybody searches. It fetches the island when the box is first used, or has words in it already,
 * and lets `/`, pressed outside a text field, lead there.
 */
const place = document.getElementById('search-island');
const box = place?.querySelector('input');
const uses = ['focusin', 'pointerdown', 'input'] as const;
const slashMemory: SlashMemory = 'slash';
const withKeyboard: WithKeyboard = '(hover: hover) and (pointer: fine)';

function wake(): void {
  for (const use of uses) place?.removeEventListener(use, wake);
  const script = document.getElementById('search-script');
  if (script instanceof HTMLTemplateElement) document.body.append(script.content);
}

for (const use of uses) place?.addEventListener(use, wake);
// The words of a link, or those that the browser kept while the reader was elsewhere.
if (box?.value || new URLSearchParams(location.search).has('q')) wake();

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  if (!matchMedia(withKeyboard).matches || sessionStorage.getItem(slashMemory) !== null) return;
  event.preventDefault();
  box?.select();
});
