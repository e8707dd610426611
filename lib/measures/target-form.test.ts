import { expect, it } from 'vitest';
import { MEASURES } from './measures.ts';
import { targetForm } from './target-form.ts';
import { describeTarget, targetUnit } from './target-words.ts';

const form = { measure: 'escalation_rate', teamId: '', value: '25', from: '2026-11-02', lastDay: '' };
const problems = (changed: object) =>
  (targetForm.safeParse({ ...form, ...changed }).error?.issues ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);

it('25 % is kept as 0.25, for the workspace, until the next one begins', () => {
  expect(targetForm.parse(form)).toEqual({
    measure: 'escalation_rate',
    teamId: null,
    value: 0.25,
    from: '2026-11-02',
    until: null,
  });
});

it('28.7 % is 0.287 and not the 0.28700000000000003 of the machine, with a point or a comma', () => {
  expect(targetForm.parse({ ...form, value: '28.7' }).value).toBe(0.287);
  expect(targetForm.parse({ ...form, value: '28,7' }).value).toBe(0.287);
});

it('36 hours are 2,160 minutes; a last day of 30 November ends it on 1 December', () => {
  const entry = targetForm.parse({
    ...form,
    measure: 'time_to_close',
    value: '36',
    teamId: '7',
    lastDay: '2026-11-30',
  });
  expect(entry).toMatchObject({ value: 2160, teamId: 7, until: '2026-12-01' });
});

it.each(['', 'many', '-5', '1e9', '12.3456', '1,000.5'])('"%s" is no value', (value) => {
  expect(problems({ value }).map(([field]) => field)).toEqual(['value']);
});

it('a share ends at 100 %, a time to close is not limited to it', () => {
  expect(problems({ value: '101' })).toEqual([['value', 'Give a number from 0 to 100.']]);
  expect(problems({ measure: 'time_to_close', value: '101' })).toEqual([]);
});

it('a measure of which no direction is good has no target, and a target does not end before it begins', () => {
  expect(problems({ measure: 'incidents', lastDay: '2026-11-01' })).toEqual([
    ['measure', 'No direction of this measure counts as good, so it has no target.'],
    ['lastDay', 'This is before the first day.'],
  ]);
});

it('the words follow the direction: an escalation rate of at most, a resolution rate of at least', () => {
  expect(describeTarget(MEASURES.escalation_rate, 0.25)).toBe('at most 25.0\u00a0%');
  expect(describeTarget(MEASURES.resolution_rate, 0.8)).toBe('at least 80.0\u00a0%');
  expect(describeTarget(MEASURES.time_to_close, 2160)).toBe('at most 36.0\u00a0h');
});

it('every measure with a direction has a unit for its target', () => {
  for (const measure of Object.values(MEASURES)) {
    expect(targetUnit(measure) === null, measure.id).toBe(measure.better === 'neutral');
  }
});
