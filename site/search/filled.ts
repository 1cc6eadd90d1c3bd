/** A text with its values in place: `{count} pages` with a count of 3 is '3 pages'. A value is never read as a place itself. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
