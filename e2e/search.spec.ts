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
  const count = /^(\d+) of 360/.exec((await said.textContent()) ?? '')?.[1];
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(`Showing ${count} of 360 incidents`);
  await expect(page.getByText(/with the words “"late fee"”/)).toBeVisible();
  await axe();
  await box.fill('zyzzyva');
  await box.press('Enter');
  await expect(page.getByText(/ say “zyzzyva”/)).toBeVisible();
  await expect(heading).toHaveText('Showing 0 of 360 incidents');
  await axe();
  await page.getByRole('link', { name: 'Without the search' }).click();
  await expect(page.locator('mark')).toHaveCount(0);
  await expect(page.getByRole('table')).toBeVisible();
});
