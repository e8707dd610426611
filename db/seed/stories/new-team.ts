import type { Story } from '../story.ts';

/**
 * A team begins 40 weeks before the end. In its first eight weeks it has twice the incidents for its contacts that it
 * has afterwards, and passes half as many again on. To be found: the higher rate per 1,000 contacts, that it ended,
 * and that nothing before the first day is a zero: the team was not there. To this day it handles three techniques effectively
 * in 28 of 100 opportunities fewer than it would: a gap of the team, not of anybody in it.
 */
export const newTeamTruth = {
  team: 'Easton Chat',
  fromWeeksAgo: 40,
  weeks: 8,
  factor: 2,
  escalationFactor: 1.5,
  techniques: ['active_listening', 'calm_tone', 'setting_expectations'],
  points: -0.28,
} as const;

const lacking = Object.fromEntries(
  newTeamTruth.techniques.map((technique) => [technique, newTeamTruth.points]),
);

export const newTeam: Story = {
  id: 'new-team',
  rate: ({ day, team }, calendar) => {
    if (team.name !== newTeamTruth.team) return null;
    const begin = calendar.weeksAgo(newTeamTruth.fromWeeksAgo);
    if (day < begin) return { factor: 0, of: {} };
    return day < begin + newTeamTruth.weeks * 7 ? { factor: newTeamTruth.factor, of: {} } : null;
  },
  odds: ({ day, team }, odds, calendar) => {
    const begin = calendar.weeksAgo(newTeamTruth.fromWeeksAgo);
    const isNew = team.name === newTeamTruth.team && day < begin + newTeamTruth.weeks * 7;
    const learning =
      team.name === newTeamTruth.team ? { ...odds, effective: { ...odds.effective, ...lacking } } : odds;
    return isNew ? { ...learning, escalation: odds.escalation * newTeamTruth.escalationFactor } : learning;
  },
  happenings: (calendar) => [
    {
      kind: 'event',
      day: calendar.weeksAgo(newTeamTruth.fromWeeksAgo),
      about: 'other',
      label: 'The chat team begins',
      site: 'Easton Park',
      team: newTeamTruth.team,
    },
  ],
};
