import type { Press } from '../../../site/press/index.ts';
import { unprintable } from './desk.ts';

/** A press whose templates break on some words. */
export function refusing(press: Press): Press {
  const refuse = <T extends { body: string }>(rendered: T): T => {
    if (rendered.body.includes(unprintable)) throw new Error('The template met words that it cannot print.');
    return rendered;
  };
  return {
    ...press,
    render: async (...order) => refuse(await press.render(...order)),
    renderPage: async (...order) => refuse(await press.renderPage(...order)),
  };
}
