import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { setUp } from './people.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: { LOOKBACK_SAMPLE: '1' } });
});
test.afterAll(() => server.stop());

test('the sample comes with the set-up, is marked on every page, goes again and can be had back', async ({
  page,
  axe,
  allowConsole,
}) => {
  // The framework announces styles of panels that stream in; a slow machine draws them later than the browser likes.
  allowConsole(/was preloaded using link preload but not used/);
  // It is loaded twice and removed once.
  test.setTimeout(120_000);
  const note = page.getByRole('complementary', { name: 'Sample data' });

  const isThere = () =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Showing [\d,]+ of 1[12],\d{3} incidents$/, {
      timeout: 60_000,
    });

  await test.step('the set-up page offers it, ticked as the settings wish', async () => {
    await page.goto(/http\S+\/set-up\?token=\S+/.exec(server.output())?.[0] ?? '');
    await expect(page.getByRole('checkbox', { name: /^Load the sample/ })).toBeChecked();
    await setUp(page);
    await isThere();
  });

  await test.step('all six cards hold a figure', async () => {
    for (const name of [
      'Incidents',
      'Escalation rate',
      'Resolution rate',
      'Time to close',
      'Repeat rate',
      'De-escalation rate',
    ]) {
      const card = page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });
      await expect(card.locator('strong')).toHaveText(/\d/);
    }
    await axe();
  });

  await test.step('a signal that was seen says by whom, and a muted series is named with its reason', async () => {
    await page.goto(`${server.url}/?period=all&signals=all`);
    const panel = page.getByRole('region', { name: /series shows? a real change now/ });
    const review = panel.getByRole('button', { name: /^Review / }).first();
    const name = await review.getAttribute('aria-label');
    await review.click();
    const popup = page.getByRole('dialog', { name: name ?? '' });
    await popup.getByRole('button', { name: 'I have seen it' }).click();
    await expect(panel.getByText(/^Seen by Ada Okafor on/)).toBeVisible();
    await page.keyboard.press('Escape');
    await panel
      .getByRole('button', { name: /^Review / })
      .first()
      .click();
    await page.getByLabel('Why its signals need nobody').fill('known and planned');
    await axe();
    await page.getByRole('button', { name: 'Mute the series' }).click();
    const muted = panel.getByText(/muted by Ada Okafor on .+: known and planned/);
    await expect(muted).toBeVisible();
    await page.keyboard.press('Escape');
    await panel
      .getByRole('button', { name: /^Take back: / })
      .first()
      .click();
    await expect(panel.getByText(/Seen by|muted by/)).toHaveCount(1);
  });

  await test.step('every page says that it is a sample', async () => {
    for (const path of ['/', '/incidents', '/import']) {
      await page.goto(`${server.url}${path}`);
      await expect(note).toContainText('invented incidents');
    }
    await axe();
  });

  await test.step('it is removed whole', async () => {
    await note.getByRole('link', { name: 'Remove them' }).click();
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing imported yet', {
      timeout: 60_000,
    });
    await expect(note).toHaveCount(0);
    await axe();
  });

  await test.step('the empty overview offers it, and fills', async () => {
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await isThere();
    await expect(note).toContainText('invented incidents');
  });
});
