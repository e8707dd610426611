import { DAYS } from '../calendar.ts';
import { TEAMS } from '../organisation.ts';
import { fractionOf } from '../random.ts';
import type { Story, Visit } from '../story.ts';
import type { SampleTrigger } from '../triggers.ts';

/**
 * Thirty customers come back with the same matter five times each, 9 to 23 days apart. To be found: these customers
 * at the top of everybody who returns, and that for them closing did not solve.
 */
export const recurringCustomersTruth = {
  customers: Array.from({ length: 30 }, (_, index) => `sample-returning-${index + 1}`),
  times: 5,
  fromDaysApart: 9,
  untilDaysApart: 23,
} as const;

const MATTERS: readonly SampleTrigger[] = ['technical_issue', 'service_delay', 'billing_error'];

export const recurringCustomers: Story = {
  id: 'recurring-customers',
  visits: () => recurringCustomersTruth.customers.flatMap(visitsOf),
};

function visitsOf(customer: string, index: number): Visit[] {
  const { times, fromDaysApart, untilDaysApart } = recurringCustomersTruth;
  // The chat team is not there in the first year.
  const team = TEAMS[index % (TEAMS.length - 1)];
  const trigger = MATTERS[index % MATTERS.length];
  if (!team || !trigger) return [];
  let day = Math.floor(fractionOf(customer) * (DAYS - times * untilDaysApart));
  return Array.from({ length: times }, (_, time) => {
    const apart = fromDaysApart + fractionOf(`${customer} ${time}`) * (untilDaysApart - fromDaysApart + 1);
    day += time === 0 ? 0 : Math.floor(apart);
    return { day, team, fixed: { customer, trigger } };
  });
}
