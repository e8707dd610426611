import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { escalationStep, followUp, review, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { contactVolume, team as teamTable } from '@/db/schema/organisation.ts';
import { channel, rootCause, technique, trigger } from '@/db/schema/taxonomies.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { HOUR_BANDS, OBSERVATIONS, OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { factContact, factFollowUp, factIncident, factStep, factTechnique } from './schema.ts';

const { records } = await testDatabase();
let incidentId = '';

beforeAll(async () => {
  await makeIncidents(records, [
    { at: '2024-03-31T00:30', trigger: 'billing_error', path: ['frontline', 'supervisor'] },
    { at: '2024-12-30' },
  ]);
  const [first] = await records.select().from(incident).where(eq(incident.occurredOn, '2024-03-31'));
  incidentId = first?.incidentId ?? '';
});

describe('fact_incident', () => {
  test('what is not known is code 0, or null where 0 has a meaning', async () => {
    const [bare] = await records.select().from(factIncident).where(eq(factIncident.occurredOn, '2024-12-30'));
    expect(bare).toMatchObject({
      trigger: 0,
      channel: 0,
      team: 0,
      site: 0,
      customer: 0,
      path: 0,
      importRun: 0,
    });
    expect(bare).toMatchObject({ occurredHour: null, escalated: null, minutesToClose: null, severity: null });
  });

  test('weekdays are ISO: 31 March 2024 is a Sunday (7), 30 December 2024 a Monday (1)', async () => {
    const rows = await records
      .select({ on: factIncident.occurredOn, weekday: factIncident.weekday, hour: factIncident.occurredHour })
      .from(factIncident)
      .orderBy(asc(factIncident.occurredOn));
    expect(rows).toEqual([
      { on: '2024-03-31', weekday: 7, hour: 0 },
      { on: '2024-12-30', weekday: 1, hour: null },
    ]);
  });

  test('weeks begin on Mondays and are counted from that of 3 January 2000, back into the century before', async () => {
    const weekOf = async (day: string) => {
      await records.update(incident).set({ occurredOn: day }).where(eq(incident.incidentId, incidentId));
      const [fact] = await records
        .select({ week: factIncident.week })
        .from(factIncident)
        .where(eq(factIncident.occurredOn, day));
      return fact?.week;
    };
    const weeks = [];
    for (const day of ['2000-01-03', '2000-01-09', '2000-01-10', '2000-01-02', '1999-12-26', '2024-03-31'])
      weeks.push(await weekOf(day));
    expect(weeks).toEqual([0, 0, 1, -1, -2, 1264]);
  });

  test('a merged trigger counts under its target, and the record keeps what was coded', async () => {
    await records.update(trigger).set({ mergedInto: 2 }).where(eq(trigger.code, 1));
    const [fact] = await records
      .select({ trigger: factIncident.trigger })
      .from(factIncident)
      .where(eq(factIncident.occurredOn, '2024-03-31'));
    const [kept] = await records
      .select({ trigger: incident.trigger })
      .from(incident)
      .where(eq(incident.incidentId, incidentId));
    await records.update(trigger).set({ mergedInto: null }).where(eq(trigger.code, 1));
    expect([fact?.trigger, kept?.trigger]).toEqual([2, 1]);
  });

  test('documented items are the bits that are set: date, time and outcome are 3 of 6', async () => {
    await records
      .update(incident)
      .set({ documented: 1 + 2 + 32 })
      .where(eq(incident.incidentId, incidentId));
    const [fact] = await records
      .select({ items: factIncident.documentedItems })
      .from(factIncident)
      .where(eq(factIncident.occurredOn, '2024-03-31'));
    expect(fact?.items).toBe(3);
  });
});

test.each([
  [null, 'unknown'],
  [0, '00-06'],
  [5, '00-06'],
  [6, '06-09'],
  [8, '06-09'],
  [9, '09-12'],
  [14, '12-15'],
  [20, '18-21'],
  [23, '21-24'],
] as const)('the hour %s belongs to the time of day %s', async (hour, band) => {
  await records.update(incident).set({ occurredHour: hour }).where(eq(incident.incidentId, incidentId));
  const [fact] = await records
    .select({ band: factIncident.hourBand })
    .from(factIncident)
    .where(eq(factIncident.occurredOn, '2024-03-31'));
  await records.update(incident).set({ occurredHour: 0 }).where(eq(incident.incidentId, incidentId));
  expect(HOUR_BANDS[fact?.band ?? -1]).toBe(band);
});

test('the root cause is that of the latest finished review; a blind one counts only where there is no other', async () => {
  const at = new Date(0);
  const causes = async () => {
    const [fact] = await records
      .select({ cause: factIncident.rootCause })
      .from(factIncident)
      .where(eq(factIncident.occurredOn, '2024-03-31'));
    return fact?.cause;
  };
  const code = (seq: number, cause: number, also: { blind?: boolean; finished?: boolean } = {}) =>
    records.insert(review).values({
      incidentId,
      seq,
      reviewer: `reviewer ${seq}`,
      rootCause: cause,
      blind: also.blind ?? false,
      startedAt: at,
      finishedAt: also.finished === false ? null : at,
    });
  expect(await causes()).toBe(0);
  await code(1, 3, { blind: true });
  expect(await causes()).toBe(3);
  await code(2, 5);
  expect(await causes()).toBe(5);
  await code(3, 7, { blind: true });
  await code(4, 8, { finished: false });
  expect(await causes()).toBe(5);
  await code(5, 9);
  expect(await causes()).toBe(9);
  await records.update(rootCause).set({ mergedInto: 2 }).where(eq(rootCause.code, 9));
  expect(await causes()).toBe(2);
  await records.update(rootCause).set({ mergedInto: null }).where(eq(rootCause.code, 9));
});

describe('fact_step', () => {
  test('a step carries of its incident what filters ask for: the date, the trigger, the path and more', async () => {
    await records.insert(escalationStep).values([
      { incidentId, seq: 1, level: 1, nextLevel: 2, waitMinutes: 25, handoffDocumented: true },
      { incidentId, seq: 2, level: 2 },
    ]);
    const [of] = await records.select().from(factIncident).where(eq(factIncident.occurredOn, '2024-03-31'));
    expect(of).toMatchObject({ path: expect.any(Number), levelReached: 2 });
    const whose = {
      ...{ occurredOn: '2024-03-31', weekday: 7, week: 1264, trigger: 1, team: 0, agent: 0, channel: 0 },
      ...{ product: 0, site: 0, kind: of?.kind, outcome: of?.outcome, path: of?.path, levelReached: 2 },
    };
    const steps = await records.select().from(factStep).orderBy(asc(factStep.seq));
    expect(steps.map(({ number: _, ...step }) => step)).toEqual([
      {
        seq: 1,
        level: 1,
        nextLevel: 2,
        waitMinutes: 25,
        open: false,
        documented: true,
        briefed: null,
        ...whose,
      },
      {
        seq: 2,
        level: 2,
        nextLevel: null,
        waitMinutes: null,
        open: false,
        documented: null,
        briefed: null,
        ...whose,
      },
    ]);
  });
});

describe('fact_technique', () => {
  test("a reviewer's observation counts in place of the agent's own; the agent's stands where nobody reviewed", async () => {
    const [calm, clear] = await records.select().from(technique).orderBy(asc(technique.code)).limit(2);
    const observe = (
      code: number | undefined,
      by: (typeof OBSERVERS)[number],
      as: (typeof OBSERVATIONS)[number],
    ) => ({
      incidentId,
      technique: code ?? 0,
      observer: toCode(OBSERVERS, by),
      observation: toCode(OBSERVATIONS, as),
    });
    await records
      .insert(techniqueObservation)
      .values([
        observe(calm?.code, 'agent', 'effective'),
        observe(calm?.code, 'reviewer', 'missed'),
        observe(clear?.code, 'agent', 'partial'),
      ]);
    const rows = await records.select().from(factTechnique).orderBy(asc(factTechnique.technique));
    expect(rows.map(({ technique: code, observation }) => [code, OBSERVATIONS[observation]])).toEqual([
      [calm?.code, 'missed'],
      [clear?.code, 'partial'],
    ]);
  });
});

describe('fact_follow_up', () => {
  test('done is 1, not done for a reason is 2, neither is 0', async () => {
    await records.insert(followUp).values([
      { incidentId, seq: 1, dueOn: '2024-04-02', doneOn: '2024-04-01' },
      { incidentId, seq: 2, dueOn: '2024-04-02', reason: 3 },
      { incidentId, seq: 3 },
    ]);
    const promises = await records.select().from(factFollowUp).orderBy(asc(factFollowUp.seq));
    expect(promises.map(({ dueOn, doneOn, state, reason }) => [dueOn, doneOn, state, reason])).toEqual([
      ['2024-04-02', '2024-04-01', 1, 0],
      ['2024-04-02', null, 2, 3],
      [null, null, 0, 0],
    ]);
  });
});

describe('compensation', () => {
  test('an amount counts in the currency of the workspace; any other, or none that is known, is another', async () => {
    const amounts = async () =>
      records
        .select({ minor: factIncident.compensationMinor, other: factIncident.otherCurrency })
        .from(factIncident)
        .where(eq(factIncident.occurredOn, '2024-03-31'));
    const set = (currency: string | null) =>
      records
        .update(incident)
        .set({ compensationMinor: 1250, compensationCurrency: currency })
        .where(eq(incident.incidentId, incidentId));
    await makeWorkspace(records);
    await set('GBP');
    expect(await amounts()).toEqual([{ minor: 1250, other: false }]);
    await set('EUR');
    expect(await amounts()).toEqual([{ minor: null, other: true }]);
    await set(null);
    expect(await amounts()).toEqual([{ minor: null, other: true }]);
  });
});

test('a delay of documenting is known only where both times are: not where the one stands in for the other', async () => {
  const delays = async () =>
    records
      .select({ minutes: factIncident.reportedAfterMinutes })
      .from(factIncident)
      .where(eq(factIncident.occurredOn, '2024-03-31'));
  await records.update(incident).set({ reportedAfterMinutes: 0 }).where(eq(incident.incidentId, incidentId));
  expect(await delays()).toEqual([{ minutes: 0 }]);
  await records.update(incident).set({ occurredBasis: 1 }).where(eq(incident.incidentId, incidentId));
  expect(await delays()).toEqual([{ minutes: null }]);
});

test('contacts of a merged channel stand under its target, on their own day of the week', async () => {
  const [team] = await records.insert(teamTable).values({ name: 'North' }).returning();
  const teamId = team?.teamId ?? 0;
  await records.insert(contactVolume).values([
    { day: '2024-03-31', teamId, channel: 1, contacts: 40 },
    { day: '2024-03-31', teamId, channel: 2, contacts: 2 },
  ]);
  await records.update(channel).set({ mergedInto: 1 }).where(eq(channel.code, 2));
  const contacts = await records.select().from(factContact).orderBy(asc(factContact.contacts));
  await records.update(channel).set({ mergedInto: null }).where(eq(channel.code, 2));
  const cell = { occurredOn: '2024-03-31', weekday: 7, week: 1264, team: teamId, channel: 1 };
  expect(contacts).toEqual([
    { ...cell, contacts: 2 },
    { ...cell, contacts: 40 },
  ]);
});
