import type { Browser, Page } from 'playwright-core';
import { admin, type Running } from '../support/running.ts';

/** Asks the CMS as whoever signed in, and parses its answer. */
export type Ask = (path: string, init?: { method: string; body: unknown }) => Promise<{ status: number; body: Record<string, never> }>;

export async function signedIn({ cms }: Running, email: string, password: string): Promise<Ask> {
  const answer = await fetch(`${cms}/api/staff/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await answer.json()) as { token: string };
  return async (path, init) => {
    const response = await fetch(`${cms}${path}`, {
      method: init?.method ?? 'GET',
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      ...(init ? { body: JSON.stringify(init.body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
}

/** Signs in to the admin as people do, on a screen as wide as a desk's. */
export async function inTheAdmin<T>(browser: Browser, { cms }: Running, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${cms}/admin`);
    await page.fill('#field-email', admin.email);
    await page.fill('#field-password', admin.password);
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('login'));
    return await use(page);
  } finally {
    await context.close();
  }
}
