import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';

/**
 * From 20 November to 24 December everything delivered comes late: delays are 2.2 times as frequent, in both years
 * that the sample holds. To be found: that a rise at this time is the season and not a change; the same weeks a year
 * before are the right comparison.
 */
export const seasonalRushTruth = {
  trigger: 'service_delay',
  from: { month: 11, day: 20 },
  until: { month: 12, day: 24 },
  factor: 2.2,
} as const;

export function isRush(calendar: Calendar, day: number): boolean {
  const { from, until } = seasonalRushTruth;
  const month = calendar.monthOf(day);
  const date = calendar.dayOfMonth(day);
  return (month === from.month && date >= from.day) || (month === until.month && date <= until.day);
}

export const seasonalRush: Story = {
  id: 'seasonal-rush',
  rate: ({ day }, calendar) =>
    isRush(calendar, day)
      ? { factor: seasonalRushTruth.factor, of: { trigger: seasonalRushTruth.trigger } }
      : null,
  happenings: (calendar) =>
    Array.from({ length: calendar.weeksAgo(0) }, (_, day) => day)
      .filter((day) => day > 0 && isRush(calendar, day) && !isRush(calendar, day - 1))
      .map((day) => ({
        kind: 'event',
        day,
        about: 'other',
        label: 'The rush before the holidays begins',
        site: null,
        team: null,
      })),
};
