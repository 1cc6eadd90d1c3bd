/** One line of a calendar: `DTSTART;TZID=America/New_York:20261124T183000`, folded at 75 octets (RFC 5545 3.1). */
export function contentLine(name: string, value: string, parameters: Record<string, string> = {}): string {
  const named = Object.entries(parameters).map(([key, parameter]) => `;${key}=${/[:;,]/.test(parameter) ? `"${parameter.replaceAll('"', "'")}"` : parameter}`);
  return folded(`${name}${named.join('')}:${value}`);
}

/** A value of type TEXT (RFC 5545 3.3.11). Control characters have no place there. */
export function text(value: string): string {
  return value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Lines that belong together, as `BEGIN:VEVENT` … `END:VEVENT`. */
export function component(name: string, lines: readonly string[]): string {
  return [`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n');
}

const octets = 75;

/** A line goes on after a line break and a space, which count; no character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= octets) return line;
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (size + more > octets) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += more;
  }
  return [...parts, part].join('\r\n');
}
