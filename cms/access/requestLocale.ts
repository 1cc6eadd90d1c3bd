import { defaultLocale, isLocale } from '../library/locales.ts';

/**
 * The request in a language that there is. Payload, when no language stands in for another, keeps whatever a request names, and nothing where it names
 * none: text saved that way is lost. So a request without `locale` means the default one, and one with an unknown `locale` gets no request back.
 */
export function inKnownLocale(request: Request): Request | undefined {
  if (isReadInPost(request)) return request;
  const url = new URL(request.url);
  const locale = url.searchParams.get('locale');
  if (locale !== null) return isLocale(locale) || locale === 'all' || locale === '*' ? request : undefined;
  url.searchParams.set('locale', defaultLocale);
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method,
    headers: request.headers,
    body: request.body,
    signal: request.signal,
    ...(request.body && { duplex: 'half' }),
  };
  return new Request(url, init);
}

/** A read that is sent as a POST carries its query, and its language, in the body. */
export function isReadInPost({ headers }: Request): boolean {
  return headers.has('X-Payload-HTTP-Method-Override') || headers.has('X-HTTP-Method-Override');
}
