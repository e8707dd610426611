import type { Story } from '../story.ts';

/**
 * The procedure sends cases from the frontline to a supervisor. One team sends half of what it escalates straight to
 * management; of the others nearly none does. To be found: the way frontline to management, and whose it is.
 */
export const skippedLevelTruth = {
  team: 'Northgate Renewals',
  path: ['frontline', 'management'],
  shareOfEscalated: 0.5,
} as const;

export const skippedLevel: Story = {
  id: 'skipped-level',
  odds: ({ team }, odds) =>
    team.name === skippedLevelTruth.team ? { ...odds, skipped: skippedLevelTruth.shareOfEscalated } : odds,
};
