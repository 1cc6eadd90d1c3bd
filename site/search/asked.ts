/** By what the results can be narrowed: the fields of a search document that both engines know. */
export const facets = ['kind', 'topics', 'stages', 'audience'] as const;
export type Facet = (typeof facets)[number];

/** What is wanted of each field; nothing where all is. */
export type Filters = Record<Facet, readonly string[]>;

/** All that a reader asked for. It stands in the address, so that going back from a result finds it again, and nowhere else. */
export interface Asked {
  q: string;
  filters: Filters;
  /** Searched on this device, although the program uses a search service. */
  onDevice: boolean;
}

export const noFilters: Filters = { kind: [], topics: [], stages: [], audience: [] };

export function askedIn(address: string): Asked {
  const { searchParams } = new URL(address);
  const wanted = (facet: Facet) => [facet, [...new Set(searchParams.getAll(facet))].slice(0, 20)] as const;
  return {
    q: searchParams.get('q')?.trim().slice(0, 200) ?? '',
    filters: Object.fromEntries(facets.map(wanted)) as unknown as Filters,
    onDevice: searchParams.has('device'),
  };
}

export function addressWith(address: string, { q, filters, onDevice }: Asked): string {
  const url = new URL(address);
  for (const name of ['q', 'device', ...facets]) url.searchParams.delete(name);
  if (q) url.searchParams.set('q', q);
  for (const facet of facets) for (const value of filters[facet]) url.searchParams.append(facet, value);
  if (onDevice) url.searchParams.set('device', '1');
  return url.href;
}

export function isNarrowed(filters: Filters): boolean {
  return facets.some((facet) => filters[facet].length > 0);
}

/** The filters with one value more, or without it. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const had = filters[facet];
  return { ...filters, [facet]: had.includes(value) ? had.filter((one) => one !== value) : [...had, value] };
}
