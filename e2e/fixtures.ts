import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

interface Guards {
  /** Declares beforehand that lines like this one are expected in the browser's console. */
  allowConsole: (expected: RegExp) => void;
  /** Fails with every breach of WCAG 2.2 A and AA that axe finds in the page, or in a part of it. */
  axe: (options?: { include?: string; page?: Page }) => Promise<void>;
}

/**
 * The tests of this project: any error or warning on the console, any error that nobody catches and any breach of the
 * content security policy fails the test, on every page that it opens.
 */
export const test = base.extend<Guards & { expectedLines: RegExp[]; guard: undefined }>({
  baseURL: process.env.LOOKBACK_TEST_URL ?? '',

  // Playwright reads what a fixture depends on from this pattern, so that an own list needs one, too.
  expectedLines: async ({ browserName: _ }, use) => use([]),

  allowConsole: async ({ expectedLines }, use) => use((expected) => expectedLines.push(expected)),

  guard: [
    async ({ context, expectedLines }, use) => {
      const lines: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          lines.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => lines.push(`uncaught: ${error.error().message}`));
      await use(undefined);
      const surprising = lines.filter((line) => !expectedLines.some((expected) => expected.test(line)));
      expect(surprising, 'the browser console stays silent').toEqual([]);
    },
    { auto: true },
  ],

  axe: async ({ page }, use) => {
    await use(async (options = {}) => {
      const seen = options.page ?? page;
      // A page that an action made anew gets its title a moment after its content.
      await expect(seen, 'a page has a title').toHaveTitle(/\S/);
      const whole = new AxeBuilder({ page: seen }).withTags(WCAG);
      const { violations } = await (options.include ? whole.include(options.include) : whole).analyze();
      expect(violations.map(describeViolation), 'axe finds nothing').toEqual([]);
    });
  },
});

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function describeViolation({
  id,
  help,
  nodes,
}: {
  id: string;
  help: string;
  nodes: { target: unknown; failureSummary?: string }[];
}) {
  const places = nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary ?? ''}`);
  return `${id}: ${help}\n  ${places.join('\n  ')}`;
}
