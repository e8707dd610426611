import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { escalationStep, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { OBSERVATIONS, OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { factIncident, factStep, factTechnique } from './schema.ts';

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

describe('fact_step', () => {
  test('a step carries the date, trigger, team and channel of its incident', async () => {
    await records.insert(escalationStep).values([
      { incidentId, seq: 1, level: 1, nextLevel: 2, waitMinutes: 25 },
      { incidentId, seq: 2, level: 2 },
    ]);
    const steps = await records.select().from(factStep).orderBy(asc(factStep.seq));
    expect(steps.map(({ number: _, ...step }) => step)).toEqual([
      {
        seq: 1,
        level: 1,
        nextLevel: 2,
        waitMinutes: 25,
        occurredOn: '2024-03-31',
        trigger: 1,
        team: 0,
        channel: 0,
      },
      {
        seq: 2,
        level: 2,
        nextLevel: null,
        waitMinutes: null,
        occurredOn: '2024-03-31',
        trigger: 1,
        team: 0,
        channel: 0,
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
