import { expect, it } from 'vitest';
import { findStorySkills } from './skills-of-stories.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

it('over 20 samples the new team is marked in at least 18, the agent with bad luck in at most 2', () => {
  const found = SEEDS.map((seed) => findStorySkills(seed));
  expect(found.filter(({ newTeam }) => newTeam.length > 0).length).toBeGreaterThanOrEqual(18);
  expect(found.filter(({ chanceAgent }) => !chanceAgent).length).toBeGreaterThanOrEqual(18);
});
