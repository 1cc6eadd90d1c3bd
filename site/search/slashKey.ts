/**
 * What the waiting script and the island both say about the `/` key. They are types, and each writes its own constant: a constant that both import would
 * be one more file for the browser to fetch.
 */

/** Where it stands that the reader turned the key off: the memory of this tab alone. A site that people may have to hide leaves nothing behind. */
export type SlashMemory = 'slash';

/** Where there is a keyboard to speak of. On a telephone neither the key nor the line about it is there. */
export type WithKeyboard = '(hover: hover) and (pointer: fine)';
