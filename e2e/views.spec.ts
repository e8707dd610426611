import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

const FILTERED = '/?period=all&channel=phone';

test('somebody saves what they see as a view, changes it, comes back to it and begins with it', async ({
  page,
  axe,
}) => {
  await signIn(page);
  await page.goto(FILTERED);
  const menu = page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: /^View/ });
  const open = async () => {
    await expect(page.getByRole('dialog', { name: 'Views of this page' })).toHaveCount(0);
    await menu.click();
  };

  await test.step('it has a name from then on, said beside the filters', async () => {
    await open();
    await expect(page.getByText('No view of this page has been saved yet.')).toBeVisible();
    await axe();
    await page.getByRole('button', { name: 'Save the view' }).click();
    await expect(page.getByText('Give a name for the view.')).toBeVisible();
    await page.getByLabel('Save what you see as').fill('Phones, all time');
    await page.getByRole('button', { name: 'Save the view' }).click();
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
  });

  await test.step('other filters change it; it can be reset, by the keyboard alone', async () => {
    await page.goto(`${FILTERED}&outcome=resolved`);
    await expect(menu).toHaveAccessibleName('View: Phones, all time (changed)');
    await menu.focus();
    await page.keyboard.press('Enter');
    const reset = page.getByRole('link', { name: 'Reset to it' });
    await expect(reset).toBeVisible();
    await axe();
    await reset.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
    await expect(page).not.toHaveURL(/outcome/);
  });

  await test.step('or be made what it stands for', async () => {
    await page.goto(`${FILTERED}&outcome=resolved`);
    await open();
    await page.getByRole('button', { name: 'Update it' }).click();
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
  });

  await test.step('an address without its filters is no view, and leads back to it', async () => {
    await page.goto('/');
    await expect(menu).toHaveAccessibleName('Views');
    await page.getByRole('link', { name: 'Last: Phones, all time' }).click();
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
    await expect(page).toHaveURL(/outcome=resolved/);
  });

  await test.step('it can be left: changed it keeps its filters, as it is they go with it', async () => {
    await page.goto(FILTERED);
    await expect(menu).toHaveAccessibleName('View: Phones, all time (changed)');
    await open();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(menu).toHaveAccessibleName('Views');
    await expect(page).toHaveURL(/channel=phone/);
    await open();
    await page
      .getByRole('list', { name: 'Views' })
      .getByRole('button', { name: /Phones, all time/ })
      .click();
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
    await open();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(menu).toHaveAccessibleName('Views');
    await expect(page).not.toHaveURL(/channel=phone/);
    await page.goto(`${FILTERED}&outcome=resolved`);
    await expect(menu).toHaveAccessibleName('View: Phones, all time');
  });

  await test.step('opened first, it is where signing in leads', async () => {
    await open();
    await page.getByRole('button', { name: 'Open it first' }).click();
    await expect(page.getByRole('button', { name: 'Open it first' })).toHaveCount(0);
    await page.context().clearCookies();
    await signIn(page);
    await expect(page).toHaveURL(/channel=phone.*outcome=resolved|outcome=resolved.*channel=phone/);
  });

  await test.step('removed, the page is as it was', async () => {
    await open();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(menu).toHaveAccessibleName('Views');
  });
});
