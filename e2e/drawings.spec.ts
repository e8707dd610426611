import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

interface Mark {
  kind: string;
  x: number;
  y: number;
  fill: string;
}

/** The marks of a drawing from left to right: which shape, where its middle is, and its colour. */
async function marksOf(drawing: Locator): Promise<Mark[]> {
  const marks = await drawing.locator('[class*="pt"]').evaluateAll((elements) =>
    elements
      .filter((element) => /(^|\s)pt(-|\s|$)/.test(element.getAttribute('class') ?? ''))
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const page = { x: scrollX, y: scrollY };
        const { fill } = getComputedStyle(element);
        return {
          kind: element.getAttribute('class') ?? '',
          x: (left + right) / 2 + page.x,
          y: (top + bottom) / 2 + page.y,
          fill,
        };
      }),
  );
  return marks.sort((one, other) => one.x - other.x || one.y - other.y);
}

for (const width of [1440, 390]) {
  test(`the control chart that can be walked has its marks where the drawing has them, ${width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page);
    await page.goto('/?period=all');
    const chart = page.getByRole('slider');
    await expect(chart).toBeVisible();
    // What comes in above it would move it between the two measurements.
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const drawn = await marksOf(chart.locator('svg').filter({ visible: true }).first());
    expect(drawn.length).toBe(24);

    await chart.focus();
    await page.keyboard.press('Home');
    const walked = chart.locator('svg.recharts-surface');
    await expect(walked).toBeVisible();
    const live = await marksOf(walked);
    expect(live.map(({ kind, fill }) => [kind, fill])).toEqual(drawn.map(({ kind, fill }) => [kind, fill]));
    for (const [index, mark] of drawn.entries()) {
      expect(Math.abs((live[index]?.x ?? 0) - mark.x), `mark ${index} from the left`).toBeLessThan(1);
      expect(Math.abs((live[index]?.y ?? 0) - mark.y), `mark ${index} from the top`).toBeLessThan(1);
    }
  });
}

test('the exported picture stands alone: it has its words, the light values and no class of the page', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/?period=all');
  const answer = await page.request.get('/api/panels/overview/series?format=svg&period=all');
  expect(answer.headers()['content-type']).toContain('image/svg+xml');
  const svg = await answer.text();
  expect(svg).toContain('Incidents');
  expect(svg).not.toContain('class=');
  expect(svg).not.toContain('var(--');
  const png = await page.request.get('/api/panels/overview/series?format=png&period=all');
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
});
