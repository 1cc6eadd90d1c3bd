/** Has changes that failed wait for the publisher again. Nothing if they do, or else why not, as the CMS says it. */
export async function publishAgain(ids: readonly (number | string)[], unreachable: string): Promise<string | undefined> {
  try {
    const response = await fetch('/api/receipts/again', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ids }),
    });
    if (response.ok) return undefined;
    const { errors = [] } = (await response.json()) as { errors?: { message?: string }[] };
    return errors.flatMap(({ message }) => message ?? []).join(' ') || unreachable;
  } catch (error) {
    console.error(error);
    return unreachable;
  }
}
