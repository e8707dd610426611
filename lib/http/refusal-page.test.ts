import { expect, it } from 'vitest';
import { refusalPage, wantsPage } from './refusal-page.ts';

const AROUND = {
  quota: 'export',
  again: '/api/packs/overview/xlsx?period=all',
  back: '/?period=all',
  theme: null,
} as const;
const MESSAGE = 'Too many requests. Nothing was done; try again in 42 seconds.';

it('after 30 files in a minute the 31st is answered with when, and with what was kept', () => {
  const page = refusalPage({ code: 'too_many', message: MESSAGE }, AROUND);
  expect(page).toContain(MESSAGE);
  expect(page).toContain('<title>More than 30 files in a minute, Lookback</title>');
  expect(page).toContain('Nothing was lost');
  expect(page).toContain('href="/api/packs/overview/xlsx?period=all">Try again</a>');
  expect(page).toContain('href="/?period=all">Back to the page</a>');
});

it('what another try cannot change is not offered again', () => {
  const page = refusalPage({ code: 'not_found', message: 'There is no such report.' }, AROUND);
  expect(page).not.toContain('Try again');
  expect(page).toContain('There is no such report.');
});

it('a fault of the program carries its id, and nobody’s words become elements', () => {
  const page = refusalPage({ code: 'defect', message: '<b onclick="x">', id: 'd-7' }, AROUND);
  expect(page).toContain('Error d-7');
  expect(page).toContain('&lt;b onclick=&quot;x&quot;&gt;');
});

it('whoever is not signed in is led to the sign-in instead of back', () => {
  const page = refusalPage({ code: 'unauthorized', message: '' }, { ...AROUND, theme: 'dark' });
  expect(page).toContain('href="/sign-in">Sign in</a>');
  expect(page).not.toContain('Back to the page');
  expect(page).toContain('color-scheme:dark');
});

it('a browser that goes to an address wants a page; scripts and programs do not', () => {
  const asks = (accept: string) => wantsPage(new Headers({ accept }));
  expect(asks('text/html,application/xhtml+xml;q=0.9,*/*;q=0.8')).toBe(true);
  expect(asks('*/*')).toBe(false);
  expect(asks('application/json')).toBe(false);
  expect(wantsPage(new Headers())).toBe(false);
});
