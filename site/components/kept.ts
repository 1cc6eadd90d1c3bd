const texts = new Map<string, { of: readonly unknown[]; text: string }>();

/**
 * What `make` gives, made again only where one of the things that it is made `of` is another than last time under this name. Answers of the library that
 * did not change are the same object for the press; elsewhere they are not, and everything is made each time.
 */
export async function kept(name: string, of: readonly unknown[], make: () => Promise<string>): Promise<string> {
  const known = texts.get(name);
  if (known && known.of.length === of.length && known.of.every((part, index) => part === of[index])) return known.text;
  const text = await make();
  texts.set(name, { of, text });
  return text;
}
