import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

test('an analyst finds incidents by their words, with the keyboard alone', async ({ page, axe }) => {
  await signIn(page);
  await page.goto('/incidents?period=all');
  const box = page.getByRole('searchbox', { name: 'Search the incidents' });
  await page.locator('body').press('/');
  await expect(box).toBeFocused();
  await box.fill('"late fee"');
  await box.press('Enter');
  const said = page.getByText(/ say “"late fee"”/);
  await expect(said).toBeVisible();
  await expect(page.locator('mark').first()).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await axe();
  await box.fill('zyzzyva');
  await box.press('Enter');
  await expect(page.getByText(/ say “zyzzyva”/)).toBeVisible();
  await axe();
  await page.getByRole('link', { name: 'Without the search' }).click();
  await expect(page.locator('mark')).toHaveCount(0);
  await expect(page.getByRole('table')).toBeVisible();
});
