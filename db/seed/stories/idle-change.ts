import type { Story } from '../story.ts';

/**
 * A new greeting script at one site and the coaching of one of its teams in it, which change nothing at all. To be
 * found: no shift of escalations after it, no better handling of the techniques coached, and how large an effect would
 * have been seen; a verdict of "worked" would be wrong.
 */
export const idleChangeTruth = {
  site: 'Millbrook',
  fromWeeksAgo: 30,
  effect: 0,
  trained: 'Millbrook Billing',
  techniques: ['calm_tone', 'clear_speech', 'positive_language'],
} as const;

export const idleChange: Story = {
  id: 'idle-change',
  happenings: (calendar) => {
    const day = calendar.weeksAgo(idleChangeTruth.fromWeeksAgo);
    return [
      {
        kind: 'event',
        day,
        about: 'process_change',
        label: 'A new greeting script',
        site: idleChangeTruth.site,
        team: null,
      },
      {
        kind: 'action',
        day,
        title: 'A new greeting script at Millbrook',
        filter: 'kind=incident',
        measure: 'escalation_rate',
        stage: 'study',
        strength: 'weak',
        prediction: 'Escalations at Millbrook fall by a tenth.',
        verdict: null,
      },
      {
        kind: 'training',
        day,
        title: 'The new greeting',
        what: 'The first minute of a call by the new script, each person with a coach and three recordings of their own.',
        form: 'coaching',
        minutes: 45,
        team: idleChangeTruth.trained,
        techniques: idleChangeTruth.techniques,
        cards: [],
      },
    ];
  },
};
