/** An error of Algolia's client in words that say what to do. The client's own message never says which setting is meant. */
export function inPlainWords(error: unknown): string {
  const { name, message, status } = error as Error & { status?: number };
  if (name === 'RetryError')
    return 'Algolia did not answer: look at https://status.algolia.com, and whether this machine may reach *.algolia.net. It is tried again.';
  if (status === 403)
    return `Algolia refused: ${message}. Check ALGOLIA_APP_ID, and that ALGOLIA_WRITE_KEY is a key of that application with the rights ${writeRights.join(', ')}.`;
  if (status === 429) return 'Algolia takes no more calls for now, because there were too many or the plan is used up. It is tried again.';
  return status === undefined ? message : `Algolia refused (${status}): ${message}`;
}

/** What the publisher's key must be allowed, as Algolia names its rights. */
export const writeRights = ['search', 'browse', 'addObject', 'deleteObject', 'deleteIndex', 'settings', 'editSettings'] as const;

/** Does something with Algolia; where that fails, the error says what to do. */
export async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isAlgolias = error instanceof Error && ('status' in error || error.name === 'RetryError');
    throw isAlgolias ? new Error(inPlainWords(error), { cause: error }) : error;
  }
}
