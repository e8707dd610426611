import type { Outcome } from '@/lib/taxonomy/fixed-sets.ts';
import { teamNamed } from '../organisation.ts';
import type { Story } from '../story.ts';

/**
 * One agent has six incidents in all, of which three ended unresolved or with the customer lost, where about one in
 * four is usual. The agent is as good as the others: with six, three are no rarity. To be found: nothing. An interval
 * that reaches down to the usual share, and no place in any ranking.
 */
export const chanceAgentTruth = {
  team: 'Harbour Shop',
  agent: 'Temp HP-11',
  incidents: 6,
  bad: 3,
} as const;

const DAYS_BEFORE_THE_END = [150, 131, 118, 101, 96, 82];
const OUTCOMES: readonly Outcome[] = [
  'resolved',
  'unresolved',
  'resolved',
  'customer_lost',
  'resolved_with_compensation',
  'unresolved',
];

export const chanceAgent: Story = {
  id: 'chance-agent',
  visits: (calendar) =>
    DAYS_BEFORE_THE_END.flatMap((before, index) => {
      const outcome = OUTCOMES[index];
      const fixed = { agent: chanceAgentTruth.agent, ...(outcome ? { outcome } : {}) };
      return [{ day: calendar.weeksAgo(0) - before, team: teamNamed(chanceAgentTruth.team), fixed }];
    }),
};
