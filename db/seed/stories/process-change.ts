import type { Story } from '../story.ts';

/**
 * One form in place of four at one site: from then on complex processes set off half as many incidents there, for
 * good. To be found: a shift of the level that stays, at this site only, and a verdict to adopt the change.
 */
export const processChangeTruth = {
  site: 'Northgate',
  trigger: 'complex_process',
  fromWeeksAgo: 44,
  factor: 0.5,
} as const;

export const processChange: Story = {
  id: 'process-change',
  rate: ({ day, team }, calendar) => {
    const { site, trigger, fromWeeksAgo, factor } = processChangeTruth;
    return team.site === site && day >= calendar.weeksAgo(fromWeeksAgo) ? { factor, of: { trigger } } : null;
  },
  happenings: (calendar) => {
    const day = calendar.weeksAgo(processChangeTruth.fromWeeksAgo);
    return [
      {
        kind: 'event',
        day,
        about: 'process_change',
        label: 'One form in place of four',
        site: processChangeTruth.site,
        team: null,
      },
      {
        kind: 'action',
        day,
        title: 'One form in place of four for moves, refunds, name changes and cancellations',
        filter: 'trigger=complex_process',
        measure: 'incidents',
        stage: 'act',
        strength: 'strong',
        prediction: 'Incidents set off by complex processes at Northgate fall by a third.',
        verdict: 'adopt',
      },
    ];
  },
};
