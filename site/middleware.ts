import type { MiddlewareHandler } from 'astro';

/** Hands the error of a broken page to the press, which reports it by name; Astro alone would answer with a page without words. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  try {
    return await next();
  } catch (error) {
    locals.failed?.(error);
    throw error;
  }
};
