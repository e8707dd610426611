import { expect, test } from 'vitest';
import { watch } from '../analysis/watch.ts';
import { findings } from './findings-fixture.ts';
import { signalsPanel, tellSignals } from './signals-panel.ts';
import { signalsVerdict } from './signals-verdict.ts';

const calm = [9, 10, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9];
const verdictOf = (weeks: readonly number[], expected: number | null) => {
  const told = tellSignals(watch([{ of: null, findings: findings('incidents', { weeks }) }]));
  return signalsVerdict(signalsPanel(told, expected, { periodWords: '' }));
};

test('14 calm weeks and one of 31 are one change, beside the two that chance would flag', () => {
  expect(verdictOf([...calm, 31], 1.8)).toBe(
    '1 of 1 series shows a real change now: 1 neither; chance alone would flag about 2',
  );
});

test('nothing is said of chance where that is not tabled, or nothing is judged', () => {
  expect(verdictOf(calm, null)).toBe('None of 1 series shows a real change now');
  expect(verdictOf(calm.slice(0, 4), 0)).toBe('Too early to judge any of 1 series');
});
