import { SITES } from '../organisation.ts';
import type { Story } from '../story.ts';

/**
 * A faulty price table at one site: for two whole weeks there are three times as many wrong bills as usual, and all
 * that come on top are calls about one product. To be found: the two weeks, and that trigger × channel × product at this
 * site explain them; no other site, product or channel moved.
 */
export const billingOutageTruth = {
  site: SITES[0],
  trigger: 'billing_error',
  channel: 'phone',
  product: 'Fibre 500',
  fromWeeksAgo: 8,
  weeks: 2,
  factor: 3,
} as const;

export const billingOutage: Story = {
  id: 'billing-outage',
  rate: ({ day, team }, calendar) => {
    const { site, trigger, channel, product, fromWeeksAgo, weeks, factor } = billingOutageTruth;
    const from = calendar.weeksAgo(fromWeeksAgo);
    if (team.site !== site || day < from || day >= from + weeks * 7) return null;
    return { factor, of: { trigger }, all: { channel, product } };
  },
  happenings: (calendar) => {
    const { site, fromWeeksAgo, weeks } = billingOutageTruth;
    const from = calendar.weeksAgo(fromWeeksAgo);
    const event = { kind: 'event', about: 'release', site, team: null } as const;
    return [
      { ...event, day: from, label: 'Billing release 4.2 with new price tables' },
      { ...event, day: from + weeks * 7, label: 'Billing release 4.2.1 corrects the price tables' },
    ];
  },
};
