import type { Press } from '../../../site/press/index.ts';

/** A press that stops for ever in the middle of a page, as a killed one does: whoever waits for it never goes on. */
export function killable(press: Press) {
  let left = Number.POSITIVE_INFINITY;
  let died: () => void = () => undefined;
  return {
    ...press,
    renderPage: async (...args: Parameters<Press['renderPage']>) => {
      left -= 1;
      if (left >= 0) return press.renderPage(...args);
      died();
      return new Promise<never>(() => undefined);
    },
    killAfter(pages: number) {
      left = pages;
      return new Promise<void>((resolve) => {
        died = resolve;
      });
    },
    revive() {
      left = Number.POSITIVE_INFINITY;
    },
  };
}
