import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

test('somebody finds a page and an incident by keyboard alone, and lately comes first', async ({
  page,
  axe,
}) => {
  await signIn(page);
  const palette = page.getByRole('dialog', { name: 'Find' });
  const field = page.getByRole('combobox', { name: 'Find a page, view, pattern, team, report or incident' });

  await test.step('Ctrl K opens it with the pages, Esc closes it', async () => {
    // Pressed again until the page listens.
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(field).toBeFocused({ timeout: 1000 });
    }).toPass();
    await expect(page.getByRole('option', { name: /^Overview/ })).toBeVisible();
    await axe();
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
  });

  await test.step('a few letters are enough for a page', async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.type('audit');
    await expect(page.getByRole('option')).toHaveText([/Settings › Audit log/]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/settings\/audit$/);
    await expect(palette).toHaveCount(0);
  });

  await test.step('an incident is found by its number, with the arrows and Enter', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('12');
    const incident = page.getByRole('option', { name: /^INC-12 / });
    await expect(incident).toBeVisible();
    await axe();
    await expect(incident).toHaveAttribute('data-highlighted', '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/incidents\/12$/);
  });

  await test.step('where one went is offered first', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toHaveText(/^INC-12 /);
    await expect(page.getByRole('option').nth(1)).toHaveText(/Audit log/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/settings\/audit$/);
  });

  await test.step('what is not there is said', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzzzqq');
    await expect(page.getByText('Nothing is found for “zzzzqq”.')).toBeVisible();
    await axe();
  });
});

test('x goes round the comparison, ? names the keys that work, and no key fires in a field', async ({
  page,
  axe,
}) => {
  await signIn(page);
  await page.goto('/?period=2024-02-01..2024-02-29');

  await test.step('from the period before to last year, to nothing and back', async () => {
    await expect(async () => {
      await page.keyboard.press('x');
      await expect(page).toHaveURL(/compare=/, { timeout: 1000 });
    }).toPass();
    await expect(page).toHaveURL(/compare=last-year/);
    await page.keyboard.press('x');
    await expect(page).toHaveURL(/compare=none/);
    await page.keyboard.press('x');
    await expect(page).not.toHaveURL(/compare=/);
  });

  await test.step('the help has the keys of the page and no others', async () => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys of this page' });
    await expect(help.getByRole('term')).toHaveText(['Ctrl K', '/', '?', 'x']);
    await axe();
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await page.goto('/incidents?period=all');
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(help.getByText('Next row')).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(help.getByText('Go to the search')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('in a field they are letters', async () => {
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Search the incidents' });
    await expect(search).toBeFocused();
    await page.keyboard.type('x?/j');
    await expect(search).toHaveValue('x?/j');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(new URL(page.url()).searchParams.get('compare')).toBeNull();
  });
});

test('by mouse the same is reached from the rail', async ({ page }) => {
  await signIn(page);
  const methods = page.getByRole('option', { name: /^Methods/ });
  // Pressed again until the page listens.
  await expect(async () => {
    const isOpen = await page.getByRole('dialog').isVisible();
    if (!isOpen) await page.getByRole('button', { name: 'Find' }).click({ timeout: 1000 });
    await expect(methods).toBeVisible({ timeout: 1000 });
  }).toPass();
  await methods.click();
  await expect(page).toHaveURL(/\/methods$/);
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
