import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { escalationStep, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { escalationPath, incident, incidentText } from '@/db/schema/incidents.ts';
import { customer, customerIdentity } from '@/db/schema/organisation.ts';
import { product, trigger } from '@/db/schema/taxonomies.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { Conflict } from '@/lib/errors.ts';
import { hashContent } from '@/lib/intake/content-hash.ts';
import { type DraftInput, incidentDraft } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import type { ReadyIncident } from './incident-write.ts';
import { lookUp } from './look-up.ts';
import { prepareBatch, storeBatch, writeIncidents } from './write-incidents.ts';

const { records } = await testDatabase();
await seedTaxonomies(records);
beforeEach(async () => {
  for (const table of [incident, factChange, customer]) await records.delete(table);
});

const minute = (text: string) => ({ at: Date.parse(`${text}:00Z`), precision: 'minute' as const });
function ready(externalId: string, said: Partial<DraftInput> & { on?: string } = {}): ReadyIncident {
  const { on = '2024-01-01T09:00', ...fields } = said;
  const source = { id: 'desk', label: 'Desk' };
  const occurred = { ...minute(on), basis: 'occurred' as const };
  const draft = incidentDraft.parse({ source, externalId, kind: 'incident', occurred, ...fields });
  return {
    incidentId: toIncidentId('desk', externalId),
    draft,
    rows: [],
    contentHash: hashContent(draft, []),
  };
}
const write = (...incidents: ReadyIncident[]) =>
  records.transaction((tx) =>
    writeIncidents(tx, incidents, { timeZone: 'Europe/Berlin', importRunId: null, now: new Date() }),
  );
async function find(externalId: string) {
  const [row] = await records.select().from(incident).where(eq(incident.externalId, externalId));
  if (!row) throw new Error(`${externalId} was not written`);
  return row;
}

describe('what follows from what is said', () => {
  const steps = [
    { level: 'frontline', moment: minute('2024-01-01T09:00'), team: 'Desk' },
    { level: 'technical', moment: minute('2024-01-01T09:30'), team: 'IT' },
    { level: 'frontline', moment: minute('2024-01-01T10:00'), team: 'Desk' },
  ];

  it('path, level, waits 30 + 30 + 60 minutes, team changes and the six things are derived', async () => {
    const closed = minute('2024-01-01T11:00');
    const cues = ['anger' as const];
    await write(ready('a', { steps, closed, cues, customer: 'Ms K', outcome: 'resolved', status: 'closed' }));
    expect(await find('a')).toMatchObject({
      occurredOn: '2024-01-01',
      occurredHour: 10,
      minutesToClose: 120,
      levelReached: 3,
      levelRank: 3,
      escalated: true,
      bounced: true,
      stepCount: 3,
      teamChanges: 2,
      documented: 63,
    });
    const written = await records.select().from(escalationStep).orderBy(asc(escalationStep.seq));
    expect(written.map((step) => [step.level, step.nextLevel, step.waitMinutes])).toEqual([
      [1, 3, 30],
      [3, 1, 30],
      [1, null, 60],
    ]);
    const [path] = await records
      .select()
      .from(escalationPath)
      .where(eq(escalationPath.code, (await find('a')).path));
    expect(path).toMatchObject({ id: 'frontline~technical~frontline', levels: [1, 3, 1] });
  });

  it('a customer is a pseudonym in the figures and a person in one table', async () => {
    await write(ready('a', { customer: 'Ms K' }), ready('b', { customer: 'Ms K' }));
    const [one, ...none] = await records.select().from(customer);
    expect(none).toEqual([]);
    expect(one?.pseudonym).toMatch(/^[0-9a-f]{16}$/);
    expect(await records.select().from(customerIdentity)).toEqual([
      { customerId: one?.customerId, reference: 'Ms K' },
    ]);
  });

  it('products are numbered in the order of their first appearance', async () => {
    await write(
      ready('a', { product: 'Card' }),
      ready('b', { product: 'Loan' }),
      ready('c', { product: 'card.' }),
    );
    const named = await records.select({ id: product.id, code: product.code }).from(product);
    expect(named.filter(({ code }) => code > 0)).toEqual([
      { id: 'card', code: 1 },
      { id: 'loan', code: 2 },
    ]);
    expect((await find('c')).product).toBe(1);
  });
});

describe('repeats', () => {
  const repeat = (id: string, on: string, triggerId = 'billing_error') =>
    ready(id, { on, trigger: triggerId, customer: 'Mr R' });
  const days = async () =>
    (await records.select().from(incident).orderBy(asc(incident.externalId))).map(
      (row) => row.daysSincePrevious,
    );

  it('1 January, 11 January and 10 February: none, 10 and 30 days after the last of the same customer and trigger', async () => {
    await write(
      repeat('a', '2024-01-01T09:00'),
      repeat('b', '2024-01-11T08:00'),
      repeat('c', '2024-02-10T09:00'),
    );
    expect(await days()).toEqual([null, 10, 30]);
  });

  it('one that comes in later but lies between changes the next one: 10 and 10 days become 10, 5 and 5', async () => {
    await write(
      repeat('a', '2024-01-01T09:00'),
      repeat('b', '2024-01-11T09:00'),
      repeat('d', '2024-01-21T09:00'),
    );
    await records.delete(factChange);
    await write(repeat('c', '2024-01-16T09:00'));
    expect(await days()).toEqual([null, 10, 5, 5]);
    const marked = await records.select({ id: factChange.incidentId }).from(factChange);
    expect(marked.map(({ id }) => id).sort()).toEqual(
      [toIncidentId('desk', 'c'), toIncidentId('desk', 'd')].sort(),
    );
  });

  it('another trigger is no repeat, none at all neither, and a merged one is its target', async () => {
    await records.update(trigger).set({ mergedInto: 1 }).where(eq(trigger.id, 'service_delay'));
    await write(
      repeat('a', '2024-01-01T09:00'),
      repeat('b', '2024-01-02T09:00', 'technical_issue'),
      repeat('c', '2024-01-03T09:00', 'service_delay'),
      repeat('d', '2024-01-04T09:00', 'unclassified'),
      repeat('e', '2024-01-05T09:00', 'unclassified'),
    );
    await records.update(trigger).set({ mergedInto: null }).where(eq(trigger.id, 'service_delay'));
    expect(await days()).toEqual([null, null, 2, null, null]);
  });
});

describe('a field that a person has set', () => {
  const before = ready('a', {
    trigger: 'billing_error',
    outcome: 'unknown',
    narrative: 'first',
    cues: ['anger'],
  });

  async function setBy(fields: string[], change: Partial<typeof incident.$inferInsert>) {
    await write(before);
    await records.update(incident).set({ ...change, setByPerson: fields });
  }

  it('stays when the source says something else, and is named; the other fields follow the source', async () => {
    await setBy(['trigger'], { trigger: 5 });
    const result = await write(
      ready('a', { trigger: 'service_delay', outcome: 'resolved', narrative: 'second' }),
    );
    expect(result).toMatchObject({ updated: 1, kept: [{ fields: ['trigger'] }] });
    expect(await find('a')).toMatchObject({ trigger: 5, outcome: 1, setByPerson: ['trigger'] });
    const [text] = await records.select().from(incidentText);
    expect(text?.narrative).toBe('second');
  });

  it('decides what is derived: an outcome set by a person keeps its bit', async () => {
    await setBy(['outcome'], { outcome: 1 });
    await write(ready('a', { outcome: 'unknown', product: 'Card' }));
    expect(await find('a')).toMatchObject({ outcome: 1, documented: 1 + 2 + 32 });
  });

  it('may be a text or the cues', async () => {
    await setBy(['narrative', 'cues'], {});
    const result = await write(ready('a', { narrative: 'second', cues: [], severity: 3 }));
    expect(result.kept).toMatchObject([{ fields: ['narrative', 'cues'] }]);
    const [text] = await records.select().from(incidentText);
    expect(text?.narrative).toBe('first');
    expect(await records.select().from(incidentCue)).toHaveLength(1);
  });

  it('is not named when the source says the same', async () => {
    await setBy(['trigger'], { trigger: 1 });
    expect((await write(ready('a', { trigger: 'billing_error', severity: 2 }))).kept).toEqual([]);
  });
});

it('a reviewer\u2019s observation stays when the source comes again with another of the agent\u2019s', async () => {
  const observed = (observation: 'partial' | 'missed') =>
    ready('a', { techniques: [{ technique: 'patience', observation }] });
  await write(observed('partial'));
  const incidentId = toIncidentId('desk', 'a');
  const { technique } = (await records.select().from(techniqueObservation))[0] ?? { technique: 0 };
  await records.insert(techniqueObservation).values({ incidentId, technique, observer: 1, observation: 0 });
  await write(observed('missed'));
  const rows = await records.select().from(techniqueObservation).orderBy(asc(techniqueObservation.observer));
  expect(rows.map(({ observer, observation }) => [observer, observation])).toEqual([
    [0, 2],
    [1, 0],
  ]);
});

it('an incident that somebody else writes in between is a conflict, and nothing of the batch is in', async () => {
  await write(ready('c'));
  const batch = [ready('a'), ready('b')];
  const race = records.transaction(async (tx) => {
    const known = await lookUp(tx, batch);
    const other = { incidentId: toIncidentId('desk', 'b'), externalId: 'b', outcome: 5 };
    await records.insert(incident).values({ ...(await find('c')), ...other });
    const writing = { timeZone: 'UTC', importRunId: null, now: new Date() };
    await storeBatch(tx, await prepareBatch(known, writing));
  });
  await expect(race).rejects.toBeInstanceOf(Conflict);
  const rows = await records.select({ id: incident.externalId }).from(incident);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
  expect((await find('b')).outcome).toBe(5);
});

it('an incident that somebody changes in between is not overwritten: a conflict, and nothing of the batch is in', async () => {
  await write(ready('a', { outcome: 'unknown' }));
  const batch = [ready('a', { outcome: 'resolved' }), ready('b')];
  const race = records.transaction(async (tx) => {
    const known = await lookUp(tx, batch);
    await records.update(incident).set({ version: 2, outcome: 5 });
    const writing = { timeZone: 'UTC', importRunId: null, now: new Date() };
    await storeBatch(tx, await prepareBatch(known, writing));
  });
  await expect(race).rejects.toBeInstanceOf(Conflict);
  const rows = await records.select({ id: incident.externalId, outcome: incident.outcome }).from(incident);
  expect(rows).toEqual([{ id: 'a', outcome: 5 }]);
});
