import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
});
test.afterAll(() => server.stop());

test('the sample fills the empty overview, is marked on every page and goes again', async ({ page, axe }) => {
  const note = page.getByRole('complementary', { name: 'Sample data' });

  await test.step('the empty overview offers it', async () => {
    await signIn(page, server.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing imported yet');
    await expect(note).toHaveCount(0);
    await axe();
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Showing [\d,]+ of 1[12],\d{3} incidents$/,
      {
        timeout: 60_000,
      },
    );
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
  });
});
