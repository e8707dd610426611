import { describe, expect, it } from 'vitest';
import { findStoryEffects } from './effects-of-stories.ts';
import { newTeamTruth } from './new-team.ts';
import { findStorySignals } from './signals-of-stories.ts';
import { findStorySkills } from './skills-of-stories.ts';

const SEEDS = [1, 2, 3];

describe.each([24_000, 48_000])('with %i incidents', (incidents) => {
  it('the training that worked is shown as working in 6 of 6, and the other as nothing in at least 5', () => {
    // What is taken for an effect in one of twenty where there is none may be so in one of six.
    const found = [1, 2, 3, 4, 5, 6].map((seed) => findStoryEffects(seed, incidents));
    expect(found.filter(({ listening }) => listening === 'worked')).toHaveLength(6);
    expect(found.filter(({ greeting }) => greeting === 'nothing').length).toBeGreaterThanOrEqual(5);
  });

  it.each(SEEDS)('sample %i tells its stories as the one of 12,000 does', (seed) => {
    expect(findStorySignals(seed, incidents)).toEqual({
      process: 'improvement',
      training: 'improvement',
      idle: 'nothing',
      rush: { before: true, lastYear: false },
    });
    const { newTeam, chanceAgent } = findStorySkills(seed, incidents);
    expect([newTeam.toSorted(), chanceAgent]).toEqual([newTeamTruth.techniques.toSorted(), false]);
  });
});

it.each(SEEDS)('with half as many, sample %i still tells what is not there from what is', (seed) => {
  expect(findStorySignals(seed, 6000)).toMatchObject({
    process: 'improvement',
    idle: 'nothing',
    rush: { before: true, lastYear: false },
  });
  expect(findStoryEffects(seed, 6000)).toEqual({ listening: 'worked', greeting: 'nothing' });
  expect(findStorySkills(seed, 6000).chanceAgent).toBe(false);
});
