import { describe, expect, test } from 'vitest';
import { suggestRestarts } from '../analysis/suggest-restarts.ts';
import { findings } from './findings-fixture.ts';
import { restartEvidence } from './rebase-words.ts';

const turns = (low: number, high: number, weeks: number) =>
  Array.from({ length: weeks }, (_, index) => (index % 2 ? high : low));
/** 25 weeks about 34 %, then 25 about 21 %. */
const fallen = [...turns(36, 32, 25), ...turns(20, 22, 25)].map((count) => [count, 100] as const);

const evidenceOf = (found: ReturnType<typeof findings>) =>
  suggestRestarts(found).map((suggestion) => [suggestion.day, restartEvidence(found, suggestion)]);

describe('a share that fell from 34 to 21 % in the 26th week', () => {
  test('suggests that week, with the centres of the first 21 weeks on either side and how far apart they are', () => {
    const [[day, words] = []] = evidenceOf(findings('escalation_rate', { weeks: fallen }));
    expect(day).toBe('2024-06-24');
    expect(words).toBe(
      '25 weeks in a row below the centre, since the week of 24 Jun 2024. New centre 21.0\u00a0%, from 34.1\u00a0%: 2.8 standard deviations lower.',
    );
  });

  test('once it is re-based there, nothing more is suggested', () => {
    const judging = { rebases: [{ day: '2024-06-24', reason: 'call-backs' }] };
    expect(evidenceOf(findings('escalation_rate', { weeks: fallen, judging }))).toEqual([]);
  });

  test('a run chart chosen by hand has no limits; the suggestion comes from the chart that fits', () => {
    const judging = { kind: 'run' } as const;
    expect(evidenceOf(findings('escalation_rate', { weeks: fallen, judging }))).toHaveLength(1);
  });
});

test('counts are told by the week, and one extreme week that was left out is said', () => {
  const weeks = [...turns(9, 13, 25), 90, ...turns(29, 33, 24)];
  const [[, words] = []] = evidenceOf(findings('incidents', { weeks }));
  expect(words).toContain('25 weeks in a row above the centre');
  expect(words).toContain('New centre 31.0 a week, from 10.9: 6.1 standard deviations higher.');
  expect(words).toContain('1 extreme week left out of the new limits.');
});

test('20 weeks are too few to suggest anything, and a calm series has nothing to suggest', () => {
  expect(evidenceOf(findings('incidents', { weeks: turns(9, 13, 20) }))).toEqual([]);
  expect(evidenceOf(findings('incidents', { weeks: turns(9, 13, 60) }))).toEqual([]);
});
