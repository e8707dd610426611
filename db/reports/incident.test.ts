import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { escalationStep, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { customer, team, workspace } from '@/db/schema/organisation.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { CUES, OBSERVATIONS, OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { incidentReport } from './incident.ts';

const { records } = await testDatabase();
const qa: Viewer = { actor: 'test', roles: ['qa'], teams: 'all' };
const teams = { leeds: 0, bristol: 0 };
/** The numbers of the incidents by the order in which they are made below. */
let numbers: number[] = [];
const ask = (made: number, viewer = qa) => incidentReport(viewer, numbers[made] ?? 0, { record: records });

beforeAll(async () => {
  await seedTaxonomies(records);
  await records.insert(workspace).values({
    name: 'Test',
    timeZone: 'Europe/London',
    country: 'GB',
    currency: 'GBP',
    madeAt: new Date(0),
  });
  const madeTeams = await records
    .insert(team)
    .values([{ name: 'Leeds' }, { name: 'Bristol' }])
    .returning({ id: team.teamId });
  [teams.leeds, teams.bristol] = madeTeams.map(({ id }) => id) as [number, number];
  const [made] = await records
    .insert(customer)
    .values({ pseudonym: '7f3a' })
    .returning({ id: customer.customerId });
  const ofCustomer = { customer: made?.id ?? 0, trigger: 'billing_error' };
  await makeIncidents(records, [
    { at: '2024-05-01T08:00', ...ofCustomer, team: teams.leeds },
    { at: '2024-05-20', ...ofCustomer, team: teams.bristol },
    {
      at: '2024-06-03T08:42',
      ...ofCustomer,
      team: teams.leeds,
      path: ['frontline', 'supervisor'],
      outcome: 'resolved',
      minutesToClose: 120,
      daysSincePrevious: 14,
    },
    { at: '2024-06-10T08:00', ...ofCustomer, team: teams.leeds },
    { at: '2024-05-02T08:00' },
  ]);
  const rows = await records.select({ number: incident.number }).from(incident).orderBy(incident.number);
  numbers = rows.map((row) => row.number);
  await giveDetails(numbers[2] ?? 0);
  await records.insert(incidentText).values({
    incidentId: await idOf(numbers[3] ?? 0),
    narrative: 'No topic.',
    sourceRows: [{ line: 8, fields: [['A', '1']] }],
  });
});

async function idOf(number: number): Promise<string> {
  const [row] = await records
    .select({ id: incident.incidentId })
    .from(incident)
    .where(eq(incident.number, number));
  return row?.id ?? '';
}

async function giveDetails(number: number): Promise<void> {
  const incidentId = await idOf(number);
  const at = (time: string) => new Date(`2024-06-03T${time}:00Z`);
  await records.insert(escalationStep).values([
    {
      incidentId,
      seq: 1,
      level: 1,
      at: at('08:42'),
      atPrecision: 0,
      teamId: teams.leeds,
      waitMinutes: 23,
      nextLevel: 2,
    },
    { incidentId, seq: 2, level: 2, at: at('09:05'), atPrecision: 0, note: 'Accepted' },
  ]);
  await records.insert(techniqueObservation).values([
    {
      incidentId,
      technique: 4,
      observer: toCode(OBSERVERS, 'agent'),
      observation: toCode(OBSERVATIONS, 'missed'),
    },
  ]);
  await records.insert(incidentCue).values({ incidentId, cue: toCode(CUES, 'sarcasm') });
  await records.insert(incidentText).values({
    incidentId,
    topic: 'Flex tariff',
    narrative: 'Rang again.',
    sourceRows: [
      {
        line: 7,
        fields: [
          ['Topic', 'Flex tariff'],
          ['A', null],
        ],
      },
    ],
  });
}

describe('the report of one incident', () => {
  it('holds what the record holds, names for codes', async () => {
    const { incident: it, name, sentence } = await ask(2);
    expect(name).toBe(`INC-${numbers[2]}`);
    expect(it).toMatchObject({
      trigger: { id: 'billing_error', label: 'Billing error' },
      team: 'Leeds',
      customer: '7f3a',
      channel: null,
      outcome: 'resolved',
      topic: 'Flex tariff',
      cues: ['sarcasm'],
      path: [{ label: 'Frontline' }, { label: 'Supervisor' }],
      techniques: [{ label: 'Active listening', observer: 'agent', observation: 'missed' }],
    });
    expect(sentence).toBe(
      'Went from frontline to supervisor; closed after 2\u00a0h, resolved; ' +
        'the same customer had the same trigger 14 days earlier.',
    );
  });

  it('keeps the steps in their order with what is known of each', async () => {
    const { incident: it } = await ask(2);
    expect(it.steps).toMatchObject([
      { seq: 1, level: { label: 'Frontline' }, team: 'Leeds', waitMinutes: 23, handoffBriefed: null },
      { seq: 2, level: { label: 'Supervisor' }, team: null, note: 'Accepted' },
    ]);
  });

  it('draws the steps for a desk and for a phone, in the local time: 08:42 UTC is 09:42 in June', async () => {
    const { staircase } = await ask(2);
    expect([staircase?.wide.width, staircase?.narrow.width]).toEqual([552, 358]);
    expect(staircase?.wide.ticks[0]?.label).toBe('3 Jun, 09:42');
  });

  it('shows the row of the source with its line, its fields in their order, a missing value as missing', async () => {
    const { incident: it } = await ask(2);
    expect(it.sourceRows).toEqual([
      {
        line: 7,
        fields: [
          ['Topic', 'Flex tariff'],
          ['A', null],
        ],
      },
    ]);
  });

  it('shows the narrative and the rows also where there is no topic', async () => {
    const { incident: it } = await ask(3);
    expect([it.topic, it.narrative, it.sourceRows.length]).toEqual([null, 'No topic.', 1]);
  });

  it('lists the 2 earlier incidents of the customer, newest first, not the later one', async () => {
    const { earlier } = await ask(2);
    expect(earlier.total).toBe(2);
    expect(earlier.incidents.map((each) => [each.number, each.when])).toEqual([
      [numbers[1], '20 May 2024'],
      [numbers[0], '1 May 2024, 09:00'],
    ]);
  });

  it('lists the 1 later incident of the customer', async () => {
    const { later } = await ask(2);
    expect([later.total, later.incidents.map((each) => each.number)]).toEqual([1, [numbers[3]]]);
    expect((await ask(3)).later).toEqual({ total: 0, incidents: [] });
  });

  it('shows a viewer of Leeds 1 earlier incident: the one of Bristol is neither listed nor counted', async () => {
    const viewer: Viewer = { ...qa, teams: [teams.leeds] };
    const { earlier } = await ask(2, viewer);
    expect(earlier.total).toBe(1);
    expect(earlier.incidents.map((each) => each.number)).toEqual([numbers[0]]);
  });

  it('has no earlier incidents where the customer is not known', async () => {
    const { earlier, incident: it } = await ask(4);
    expect(it.customer).toBeNull();
    expect(earlier).toEqual({ total: 0, incidents: [] });
  });

  it('does not find what is in another team, nor what does not exist: the same answer', async () => {
    const viewer: Viewer = { ...qa, teams: [teams.leeds] };
    await expect(ask(1, viewer)).rejects.toThrow(NotFound);
    await expect(ask(0, { ...qa, teams: [] })).rejects.toThrow(NotFound);
    await expect(incidentReport(qa, 2_000_000, { record: records })).rejects.toThrow(NotFound);
  });
});
