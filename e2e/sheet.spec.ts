import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

const LIST = '/incidents?period=all&trigger=billing_error';

/** The number of the incident that is open beside the list. */
const openIn = (page: Page) => Number(new URL(page.url()).searchParams.get('open'));

/** The numbers of the rows from the first one on. */
async function numbersIn(page: Page): Promise<number[]> {
  const links = page.getByRole('table', { name: 'Incidents' }).getByRole('link', { name: /^INC-/ });
  await links.first().waitFor();
  return (await links.allTextContents()).slice(0, 8).map((name) => Number(name.replace(/\D/g, '')));
}

test('a row opens its incident beside the list, and the keys walk on, close it and come back to the row', async ({
  page,
  axe,
}) => {
  await signIn(page);
  await page.goto(LIST);
  const numbers = await numbersIn(page);
  const [first = 0, second = 0, third = 0] = numbers;
  const sheet = page.getByRole('complementary', { name: /^Incident INC-/ });
  const rowOf = (number: number) => page.getByRole('link', { name: `INC-${number}`, exact: true });

  await test.step('by keyboard: the list stays, the focus is on the incident, the address says which', async () => {
    await rowOf(first).focus();
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${first} `) })).toBeFocused();
    expect(openIn(page)).toBe(first);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing 180 of 360 incidents');
    const row = page.getByRole('row').filter({ has: rowOf(first) });
    await expect(row).toHaveAttribute('aria-current', 'true');
    await axe();
  });

  await test.step('j and k walk through the list', async () => {
    await page.keyboard.press('j');
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${second} `) })).toBeFocused();
    await page.keyboard.press('j');
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${third} `) })).toBeFocused();
    await page.keyboard.press('k');
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${second} `) })).toBeFocused();
    expect(openIn(page)).toBe(second);
  });

  await test.step('each of six quick presses counts, and so does each of two quick clicks', async () => {
    const sixth = numbers[7] ?? 0;
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('j');
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${sixth} `) })).toBeFocused();
    await expect(sheet).toContainText('8 of 180');
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('k');
    await expect(sheet).toContainText('2 of 180');
    await sheet.getByRole('link', { name: /next/ }).dblclick();
    await expect(sheet).toContainText('4 of 180');
    await sheet.getByRole('link', { name: /previous/ }).dblclick();
    await expect(sheet).toContainText('2 of 180');
    expect(openIn(page)).toBe(second);
  });

  await test.step('Esc closes it and goes back to its row; back opens it again', async () => {
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(rowOf(second)).toBeFocused();
    await expect(page).toHaveURL(/\/incidents\?period=all&trigger=billing_error$/);
    await page.goBack();
    await expect(sheet).toBeVisible();
    expect(openIn(page)).toBe(second);
    await page.goForward();
    await expect(sheet).toHaveCount(0);
  });

  await test.step('by mouse: a row opens, and the page of the incident is one click away', async () => {
    await rowOf(third).click();
    await expect(sheet.getByRole('heading', { name: new RegExp(`^INC-${third} `) })).toBeVisible();
    await sheet.getByRole('link', { name: 'Open as page' }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${third}\\?`));
    await page.getByRole('link', { name: '‹ Incidents' }).click();
    await expect(page).toHaveURL(/\/incidents\?period=all&trigger=billing_error$/);
  });
});

test('its address opens the same for whoever it is sent to; for what is not there the list stays', async ({
  page,
  axe,
}) => {
  await signIn(page);
  await page.goto(LIST);
  const [first = 0] = await numbersIn(page);

  await test.step('loaded anew it stands beside the list', async () => {
    expect((await page.goto(`${LIST}&open=${first}`))?.status()).toBe(200);
    await expect(page.getByRole('complementary', { name: `Incident INC-${first}` })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Incidents' })).toBeVisible();
  });

  await test.step('under filters that leave it out it says so', async () => {
    await page.goto(`/incidents?period=all&trigger=unclassified&open=${first}`);
    await expect(page.getByText('not in this list')).toBeVisible();
  });

  await test.step('beside the list it is said that there is no such incident, with the way on', async () => {
    expect((await page.goto(`${LIST}&open=99999`))?.status()).toBe(200);
    const missing = page.getByRole('complementary', { name: 'No such incident' });
    await expect(missing.getByRole('heading', { name: 'No such incident' })).toBeFocused();
    await expect(missing).toContainText('There is no INC-99\u202f999 among the incidents that you may see.');
    await expect(page.getByRole('table', { name: 'Incidents' })).toBeVisible();
    await axe();
    await missing.getByRole('link', { name: 'Go on in the list' }).click();
    await expect(missing).toHaveCount(0);
    await page.goto(`${LIST}&open=99999`);
    await expect(missing.getByRole('heading', { name: 'No such incident' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(missing).toHaveCount(0);
    await expect(page).toHaveURL(/trigger=billing_error$/);
  });

  await test.step('what is no number is said', async () => {
    expect((await page.goto(`${LIST}&open=first`))?.status()).toBe(200);
    await expect(page.getByText('an incident is opened by its number')).toBeVisible();
  });

  await test.step('on a phone it takes the place of the list, and leads back to it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${LIST}&open=${first}`);
    const sheet = page.getByRole('complementary', { name: `Incident INC-${first}` });
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('table', { name: 'Incidents' })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await axe();
    await sheet.getByRole('link', { name: '‹ Incidents' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Incidents' })).toBeVisible();
  });
});
