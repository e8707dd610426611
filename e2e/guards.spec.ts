import { expect, test } from './fixtures.ts';

/** A page of its own under the app's address, answered before the network. */
const show = async (
  page: import('@playwright/test').Page,
  body: string,
  headers: Record<string, string> = {},
) => {
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body}</html>`;
  await page.route('**/guard', (route) => route.fulfill({ contentType: 'text/html', headers, body: html }));
  await page.goto('/guard');
};

test('a silent page with a heading passes both guards', async ({ page, axe }) => {
  await show(page, '<main><h1>Quiet</h1></main>');
  await expect(page.getByRole('heading', { name: 'Quiet' })).toBeVisible();
  await axe();
});

test('an error that was declared beforehand passes', async ({ page, allowConsole }) => {
  allowConsole(/expected 1 of 1/);
  await show(page, '<script>console.error("expected 1 of 1")</script>');
});

for (const [what, body] of [
  ['an error on the console', '<script>console.error("broken")</script>'],
  ['a warning on the console', '<script>console.warn("broken")</script>'],
  ['an error that nobody catches', '<script>throw new Error("broken")</script>'],
] as const) {
  test(`${what} fails the test`, async ({ page }) => {
    test.fail();
    await show(page, body);
  });
}

test('a breach of the content security policy fails the test', async ({ page }) => {
  test.fail();
  await show(page, '<script>document.title = "ran"</script>', {
    'content-security-policy': "script-src 'self'",
  });
});

test('a picture without words fails axe', async ({ page, axe }) => {
  test.fail();
  await show(
    page,
    '<main><h1>Picture</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9"></main>',
  );
  await axe();
});
