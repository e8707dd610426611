import { expect, test } from 'vitest';
import { keptHeadline } from './kept-headline.ts';
import type { PatternState } from './pattern-state.ts';

const state = (of: PatternState['verdict']['state'], returned: string | null = null): PatternState => ({
  verdict: { state: of, words: of },
  returned,
});

test('of five patterns one came back, and is no concern besides; two are', () => {
  const states = [
    state('concern', 'Returned in the week of 2 Nov 2026'),
    state('concern'),
    state('concern'),
    state('improvement'),
    state('common'),
  ];
  expect(keptHeadline(states)).toBe('5\u00a0kept patterns: 1 has come back, 2 show a concern and 1 improves');
});

test('one without a signal, and none at all', () => {
  expect(keptHeadline([state('common')])).toBe('1\u00a0kept pattern: none shows a signal now');
  expect(keptHeadline([])).toBe('No pattern is kept yet');
});
