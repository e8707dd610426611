import { expect, test } from 'vitest';
import { customRangeHref } from './range-choices.ts';

const HREF = '/?period=FIRST..LAST&channel=phone';

test('two days take their places in the address of a custom range', () => {
  expect(customRangeHref(HREF, '2023-01-01', '2023-12-31')).toEqual({
    href: '/?period=2023-01-01..2023-12-31&channel=phone',
  });
});

test('a range of one day has it as first and last', () => {
  expect(customRangeHref(HREF, '2024-02-29', '2024-02-29')).toEqual({
    href: '/?period=2024-02-29..2024-02-29&channel=phone',
  });
});

test('a missing day and a first day after the last are said, not repaired', () => {
  expect(customRangeHref(HREF, '2023-01-01', '')).toEqual({ problem: 'Give both days.' });
  expect(customRangeHref(HREF, '2023-02-01', '2023-01-31')).toEqual({
    problem: 'The first day is after the last.',
  });
});
