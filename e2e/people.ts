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

/** Fills the form of the set-up page, but for the sample, and sends it. */
export async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Ada Okafor');
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByLabel('Name', { exact: true }).fill('Tidewater Energy');
  await page.getByLabel('Time zone').selectOption('Europe/London');
  await page.getByLabel('Country').selectOption('GB');
  await page.getByRole('button', { name: /set up/i }).click();
}

/** Signs in by the form and waits for the page that was asked for. */
export async function signIn(page: Page, url = ''): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}
