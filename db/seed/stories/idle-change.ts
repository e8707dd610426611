import type { Story } from '../story.ts';

/**
 * A new greeting script at one site, which changes nothing at all. To be found: no shift of escalations after it, and
 * how large an effect would have been seen; a verdict of "worked" would be wrong.
 */
export const idleChangeTruth = { site: 'Millbrook', fromWeeksAgo: 30, effect: 0 } as const;

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
    ];
  },
};
