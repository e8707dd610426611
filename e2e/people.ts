import type { Page } from '@playwright/test';

/** The administrator that the servers of the browser tests are started with. */
export const ADMIN = { email: 'ada@example.org', password: 'a quiet word at noon' };
export const API_KEY = 'browser-tests-0123456789abcdefghijklmnop';

/** Settings that set a workspace up without the page. */
export const READY_WORKSPACE = {
  LOOKBACK_INIT_EMAIL: ADMIN.email,
  LOOKBACK_INIT_PASSWORD: ADMIN.password,
  LOOKBACK_INIT_API_KEY: API_KEY,
  LOOKBACK_TIME_ZONE: 'Europe/London',
  LOOKBACK_COUNTRY: 'GB',
};

/** Signs in by the form and waits for the page that was asked for. */
export async function signIn(page: Page, url = ''): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}
