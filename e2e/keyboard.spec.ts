import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ADMIN } from './people.ts';

/** Presses Tab until the focus is on what is looked for; fails when it is not reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 30));
  }
  throw new Error(`Tab does not reach ${name}; it went ${seen.join(' | ')}`);
}

test('from the sign-in to an incident by keyboard alone', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Showing');

  await page.getByRole('link', { name: 'Open 360 incidents' }).first().waitFor();
  await tabTo(page, /^Add filter$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await tabTo(page, /^Billing error$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trigger=billing_error/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Showing 180');

  await page.getByRole('link', { name: 'Open 180 incidents' }).first().waitFor();
  await tabTo(page, /^Open.180.incidents$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\?/);
  await tabTo(page, /^INC-/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]open=\d+/);
  await expect(page.getByRole('heading', { name: /^INC-\d+ Billing error/ })).toBeFocused();
});

test('the points of the control chart are walked with the arrows, and Enter opens the week', async ({
  page,
}) => {
  await page.goto('/sign-in?next=/');
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  await page.goto('/?period=all');
  const chart = page.getByRole('slider');
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\?period=2024-01-08\.\.2024-01-14/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Showing 15');
});
