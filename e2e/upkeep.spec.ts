import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

test('an administrator makes a key, which asks, is seen to have asked, and is worth nothing once revoked', async ({
  page,
  axe,
  request,
}) => {
  await signIn(page);
  await page.goto('/settings/keys');
  await axe();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Choose what the key may do.')).toBeVisible();
  await expect(page.getByLabel('Name')).toBeFocused();
  await axe();
  await page.getByLabel('Name').fill('Nightly report');
  await page.getByRole('checkbox', { name: /^Read figures/ }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByLabel('Key', { exact: true }).inputValue();
  await axe();
  const ask = () => request.get('/api/v1/reports/overview', { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status()).toBe(200);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  const row = page.getByRole('row', { name: /Nightly report/ });
  await expect(row).toContainText('Read figures');
  await expect(row).not.toContainText('never');
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
  expect((await ask()).status()).toBe(401);
});

test('the audit log is filtered, taken out and verified', async ({ page, axe }) => {
  await signIn(page);
  await page.goto('/settings/audit');
  await axe();
  await page.getByLabel('What').selectOption('Signed in');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/action=sign_in/);
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: 'Signed in' });
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('table').getByText('Workspace set up')).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lookback-audit-log.csv');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/^The chain of \d+\srows holds\./)).toBeVisible();
  await axe();
  await page.goto('/settings/audit?action=export');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Taken out');
  await page.goto('/settings/audit?from=2020-01-01&to=2020-01-02&colour=blue&actor=%27');
  await expect(page.getByText('Nothing is logged that fits these filters.')).toBeVisible();
  await expect(page.getByText('Left out of the address, since it cannot be read: actor.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/settings/audit', '/settings/keys']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
});
