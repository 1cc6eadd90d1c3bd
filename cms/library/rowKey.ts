/** One text for a row of a collection, or for a global, whose id is empty: `articles/12`. */
export function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`;
}
