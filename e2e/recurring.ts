import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { makeCustomers } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';

/** The second quarter of 2024 against the first. */
export const QUARTER = 'period=2024-04-01..2024-06-30&compare=2024-01-01..2024-03-31';

const DAYS = 182;
/** From here on billing errors come by chat, one a day. */
const SINCE = 91;

export const BILL = 'The first bill rests on an estimated reading.';
const OTHER = 'The engineer did not come on time.';

/**
 * Writes half a year into the record of a running server: a delay a day, every other day a technical issue, every third
 * a billing error, and from 1 April on another billing error a day by chat. Of these 91 the first 20 were promised
 * something that nobody did; ten of their customers are back after 20 days. Twenty more promises were kept.
 */
export async function makeRecurring(home: string, team: number): Promise<void> {
  const opened = await openRecords({ home, databaseUrl: null, databaseDirectUrl: null });
  const { records } = opened;
  try {
    const customers = await makeCustomers(records, 40);
    const planted = Array.from({ length: DAYS - SINCE }, (_, day) => toBill(day, customers));
    const usual = Array.from({ length: DAYS }, (_, day) => usualOf(day)).flat();
    await makeIncidents(
      records,
      [...usual, ...planted].map((one) => ({ ...one, team })),
    );
    await recountRepeats(records, customers);
    const rows = await records.select().from(incident);
    const billed = new Set(planted.map(({ at }) => at));
    await records.insert(incidentText).values(
      rows.map(({ incidentId, occurredAt }) => {
        const at = occurredAt.toISOString().slice(0, 16);
        return { incidentId, narrative: billed.has(at) ? BILL : OTHER };
      }),
    );
    const changedAt = new Date();
    await records.insert(factChange).values(rows.map(({ incidentId }) => ({ incidentId, changedAt })));
  } finally {
    await opened.close();
  }
}

const dayOf = (day: number) => shiftDays('2024-01-01', day);

function usualOf(day: number): MadeIncident[] {
  return [
    { at: `${dayOf(day)}T09:00`, trigger: 'service_delay', channel: 'phone', minutesToClose: 60 },
    ...(day % 2 === 0
      ? [{ at: `${dayOf(day)}T10:00`, trigger: 'technical_issue', channel: 'email', cause: 'defect' }]
      : []),
    ...(day % 3 === 0 ? [{ at: `${dayOf(day)}T11:00`, trigger: 'billing_error', channel: 'phone' }] : []),
  ];
}

function toBill(day: number, customers: readonly number[]): MadeIncident {
  const bill: MadeIncident = {
    at: `${dayOf(SINCE + day)}T14:00`,
    trigger: 'billing_error',
    channel: 'chat',
    minutesToClose: 600,
  };
  const due = dayOf(SINCE + day + 5);
  const of = (customer: number | undefined) => (customer === undefined ? bill : { ...bill, customer });
  if (day < 20) return { ...of(customers[day]), followUps: [{ due, reason: 'forgotten' }] };
  if (day < 30) return of(customers[day - 20]);
  if (day < 50) return { ...of(customers[day - 10]), followUps: [{ due, done: due }] };
  return bill;
}
