import { expect, it } from 'vitest';
import { hasIncidents, PACK_PAGES, type PackPageId, packPageAt, quotesWords } from './pack-pages.ts';

const PAGES = Object.keys(PACK_PAGES) as PackPageId[];

it('incidents are taken out from the five pages that count them by filters', () => {
  expect(PAGES.filter(hasIncidents)).toEqual(['overview', 'patterns', 'skills', 'techniques', 'teams']);
});

it('of these only the patterns quote people; every list and every page of one thing may', () => {
  expect(PAGES.filter((page) => !quotesWords(page))).toEqual(['overview', 'skills', 'techniques', 'teams']);
});

it('a page is found by its path, but for those of one thing, which their path does not name whole', () => {
  const found = PAGES.map((page) => [page, packPageAt(PACK_PAGES[page].path)]);
  const others = found.filter(([page, at]) => page !== at);
  expect(others).toEqual([
    ['pattern', 'patterns'],
    ['session', null],
  ]);
});

it('the names of the panels of a page are short enough for sheets, and no two are alike', () => {
  for (const page of PAGES) {
    const names = Object.values(PACK_PAGES[page].panels);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31)).toEqual([]);
  }
});
