/** The words of a search stand in the address, so that going back from a result finds them again. */
export function queryIn(address: string): string {
  return new URL(address).searchParams.get('q')?.trim().slice(0, 200) ?? '';
}

export function addressWith(address: string, q: string): string {
  const url = new URL(address);
  if (q) url.searchParams.set('q', q);
  else url.searchParams.delete('q');
  return url.href;
}
