import { expect, it } from 'vitest';
import { newTeamTruth } from './new-team.ts';
import { findStorySkills } from './skills-of-stories.ts';

it('in three samples the new team’s gap is marked, and the agent with bad luck is not', () => {
  for (const seed of [1, 2, 3]) {
    const found = findStorySkills(seed);
    expect(found.newTeam.length, `seed ${seed}`).toBeGreaterThan(0);
    expect(newTeamTruth.techniques).toEqual(expect.arrayContaining(found.newTeam));
    expect(found.chanceAgent, `seed ${seed}`).toBe(false);
  }
});
