import { LISTENING_CARDS } from '../cards.ts';
import type { Story } from '../story.ts';

/**
 * One team is trained in listening; a team of the same work at another site is not. From the session on the trained
 * team handles the three techniques effectively in 12 of 100 opportunities more; the other stays as it was. To be
 * found: +12 points before against after, and about the same as a difference in differences.
 */
export const trainingEffectTruth = {
  trained: 'Millbrook Orders',
  untrained: 'Northgate Orders',
  techniques: ['active_listening', 'paraphrasing', 'open_questions'],
  fromWeeksAgo: 50,
  points: 0.12,
} as const;

const bonus = Object.fromEntries(
  trainingEffectTruth.techniques.map((technique) => [technique, trainingEffectTruth.points]),
);

export const trainingEffect: Story = {
  id: 'training-effect',
  odds: ({ day, team }, odds, calendar) => {
    const { trained, fromWeeksAgo } = trainingEffectTruth;
    const applies = team.name === trained && day >= calendar.weeksAgo(fromWeeksAgo);
    return applies ? { ...odds, effective: { ...odds.effective, ...bonus } } : odds;
  },
  happenings: (calendar) => [
    {
      kind: 'training',
      day: calendar.weeksAgo(trainingEffectTruth.fromWeeksAgo),
      title: 'Listening first',
      form: 'role_play',
      what: 'In threes: one plays the customer, one listens and says back what was heard before anything is offered, one observes. Then the roles change.',
      minutes: 90,
      team: trainingEffectTruth.trained,
      techniques: trainingEffectTruth.techniques,
      cards: LISTENING_CARDS,
    },
  ],
};
