import { asc, desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { factStep, factTechnique } from '@/db/facts/schema.ts';
import { openSnapshot } from '@/db/facts/snapshot.ts';
import { countByDimension } from '@/db/queries/incident-counts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { escalationStep, techniqueObservation } from '@/db/schema/incident-details.ts';
import { escalationPath, incident } from '@/db/schema/incidents.ts';
import { event } from '@/db/schema/organisation.ts';
import { level, TERM_TABLES, trigger } from '@/db/schema/taxonomies.ts';
import { taxonomyVersion } from '@/db/schema/taxonomy-versions.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeCustomers } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Invalid, NotFound } from '@/lib/errors.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import { addTerm } from './add-term.ts';
import { changeTerm } from './change-term.ts';
import { recountRepeats } from './incidents/recount-repeats.ts';
import { writeIncidents } from './incidents/write-incidents.ts';
import { mergeTerm } from './merge-term.ts';
import { moveTerm } from './move-term.ts';
import { rankTerm } from './rank-term.ts';
import { retireTerm } from './retire-term.ts';
import { separateTerm } from './separate-term.ts';

const opened = await testDatabase();
const { records } = opened;
const NOW = new Date('2026-11-03T23:30:00Z');
const admin: Viewer = { actor: 'account:admin', roles: ['admin'], teams: [] };
const CASES = [
  { at: '2026-03-02T09:00', trigger: 'billing_error', path: ['frontline', 'supervisor', 'technical'] },
  { at: '2026-03-10T09:00', trigger: 'service_delay', path: ['frontline', 'supervisor'] },
  { at: '2026-05-04T09:00', trigger: 'technical_issue', path: ['supervisor', 'frontline', 'technical'] },
  { at: '2026-05-05T09:00', trigger: 'service_delay', path: ['frontline'] },
].map((one) => ({ ...one, steps: one.path.map((id) => ({ level: id, minutes: 10 })) }));

beforeAll(async () => {
  await makeWorkspace(records);
  const [customer = 0] = await makeCustomers(records, 1);
  await makeIncidents(
    records,
    CASES.map((one, index) => (index < 2 ? { ...one, customer } : one)),
  );
  await recountRepeats(records, [customer]);
});

beforeEach(async () => {
  await records.delete(taxonomyVersion);
  await records.delete(event);
});

async function named(set: EditableSet, id: string) {
  const table = TERM_TABLES[set];
  const [row] = await records.select().from(table).where(eq(table.id, id));
  return { set, id, version: row?.version ?? 0 };
}
const merge = async (set: EditableSet, id: string, into: string) =>
  mergeTerm(records, admin, { ...(await named(set, id)), into }, NOW);
const separate = async (set: EditableSet, id: string) =>
  separateTerm(records, admin, await named(set, id), NOW);

/** Incidents by code, from the copy and from the record. */
async function counted(dimension: 'trigger' | 'level' | 'path'): Promise<[number, number][]> {
  const snapshot = await openSnapshot(records);
  const rows = await countByDimension(snapshot, EVERYBODY, EVERYTHING, dimension);
  await snapshot.close();
  return rows.map(({ code, count }) => [code ?? -1, count]);
}

async function stored() {
  return records
    .select({
      reached: incident.levelReached,
      rank: incident.levelRank,
      escalated: incident.escalated,
      bounced: incident.bounced,
      days: incident.daysSincePrevious,
    })
    .from(incident)
    .orderBy(asc(incident.occurredAt));
}

describe('a merged trigger', () => {
  it('counts under its target from the record and from a copy that ran meanwhile, and as itself when it is separated', async () => {
    const before = [
      [1, 1],
      [2, 2],
      [3, 1],
    ];
    await withCopy(opened, async () => {
      expect(await counted('trigger')).toEqual(before);
      await merge('trigger', 'service_delay', 'billing_error');
      expect(await counted('trigger')).toEqual([
        [1, 3],
        [3, 1],
      ]);
      await separate('trigger', 'service_delay');
      expect(await counted('trigger')).toEqual(before);
    });
    expect(await counted('trigger')).toEqual(before);
  });

  it('makes a customer with the one and then the other a repeat: 2 to 10 March are 8 days', async () => {
    const days = async () => (await stored()).map((row) => row.days);
    expect(await days()).toEqual([null, null, null, null]);
    await merge('trigger', 'service_delay', 'billing_error');
    expect(await days()).toEqual([null, 8, null, null]);
    await separate('trigger', 'service_delay');
    expect(await days()).toEqual([null, null, null, null]);
  });

  it('takes along what was merged into it, which comes out by itself alone', async () => {
    const targets = async () =>
      (await records.select().from(trigger).orderBy(trigger.code)).slice(1, 4).map((row) => row.mergedInto);
    await merge('trigger', 'billing_error', 'service_delay');
    await merge('trigger', 'service_delay', 'technical_issue');
    expect(await targets()).toEqual([3, 3, null]);
    await separate('trigger', 'service_delay');
    expect(await targets()).toEqual([3, null, null]);
    await separate('trigger', 'billing_error');
    expect(await targets()).toEqual([null, null, null]);
  });

  it('is a version, an audit row and a break of that day in the zone of the workspace', async () => {
    await merge('trigger', 'service_delay', 'billing_error');
    const [version] = await records.select().from(taxonomyVersion);
    const [made] = await records.select().from(event);
    expect(version).toMatchObject({ version: 2, change: 'merged', set: 'trigger', code: 2, other: 1 });
    expect(version?.eventId).toBe(made?.eventId);
    expect(made).toMatchObject({
      day: '2026-11-03',
      kind: 'taxonomy_change',
      label: 'Trigger “Delay or long wait” merged into “Billing error”',
    });
    const [audited] = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(1);
    expect(audited).toMatchObject({
      actor: 'account:admin',
      action: 'taxonomy_merged',
      subject: 'trigger:service_delay',
      detail: { version: 2, incidents: 2, other: 'billing_error' },
    });
    await separate('trigger', 'service_delay');
  });

  it('cannot be itself, what is not known, or something that is merged or retired', async () => {
    await expect(merge('trigger', 'service_delay', 'service_delay')).rejects.toThrow(Invalid);
    await expect(merge('trigger', 'service_delay', 'unclassified')).rejects.toThrow(Invalid);
    await expect(merge('trigger', 'unclassified', 'service_delay')).rejects.toThrow(Conflict);
    await expect(merge('trigger', 'service_delay', 'nothing')).rejects.toThrow(NotFound);
    await merge('trigger', 'product_failure', 'technical_issue');
    await expect(merge('trigger', 'service_delay', 'product_failure')).rejects.toThrow(Invalid);
    await expect(merge('trigger', 'product_failure', 'service_delay')).rejects.toThrow(Conflict);
    await separate('trigger', 'product_failure');
    await expect(separate('trigger', 'product_failure')).rejects.toThrow(Conflict);
  });

  it('is refused from a form that is out of date, and nothing is left behind', async () => {
    const stale = await named('trigger', 'service_delay');
    await merge('trigger', 'service_delay', 'billing_error');
    await expect(separateTerm(records, admin, stale, NOW)).rejects.toThrow(Conflict);
    expect(await records.select().from(taxonomyVersion)).toHaveLength(1);
    await separate('trigger', 'service_delay');
  });
});

describe('a merged level', () => {
  it('re-derives paths: one through it goes through its target, and equal neighbours are one stay', async () => {
    const before = await stored();
    expect(before.map(({ reached, bounced }) => [reached, bounced])).toEqual([
      [3, false],
      [2, false],
      [3, false],
      [1, false],
    ]);
    await withCopy(opened, async () => {
      await merge('level', 'supervisor', 'technical');
      const paths = await counted('path');
      expect(paths.map(([, count]) => count).toSorted()).toEqual([1, 1, 2]);
      expect(await counted('level')).toEqual([
        [1, 1],
        [3, 3],
      ]);
      expect((await stored()).map(({ rank, bounced }) => [rank, bounced])).toEqual([
        [3, false],
        [3, false],
        [3, true],
        [1, false],
      ]);
      await separate('level', 'supervisor');
      expect(await counted('level')).toEqual([
        [1, 1],
        [2, 1],
        [3, 2],
      ]);
    });
    expect(await stored()).toEqual(before);
  });

  it('is followed by what comes in later: a file that names it makes the path of its target, and keeps its word', async () => {
    await merge('level', 'supervisor', 'technical');
    const late = readyIncident('late', { steps: [{ level: 'frontline' }, { level: 'supervisor' }] });
    await records.transaction((tx) =>
      writeIncidents(tx, [late], { timeZone: 'UTC', importRunId: null, now: NOW }),
    );
    const own = eq(incident.incidentId, late.incidentId);
    const [row] = await records
      .select({ path: escalationPath.id, reached: incident.levelReached })
      .from(incident)
      .innerJoin(escalationPath, eq(escalationPath.code, incident.path))
      .where(own);
    const steps = await records
      .select({ level: escalationStep.level })
      .from(escalationStep)
      .where(eq(escalationStep.incidentId, late.incidentId))
      .orderBy(escalationStep.seq);
    await separate('level', 'supervisor');
    const [after] = await records.select({ reached: incident.levelReached }).from(incident).where(own);
    await records.delete(incident).where(own);
    expect(row).toEqual({ path: 'frontline~technical', reached: 3 });
    expect(steps).toEqual([{ level: 1 }, { level: 2 }]);
    expect(after).toEqual({ reached: 2 });
  });

  it('is its target in the steps of the figures, before and after', async () => {
    await merge('level', 'supervisor', 'technical');
    const steps = await records
      .select({ level: factStep.level, next: factStep.nextLevel })
      .from(factStep)
      .orderBy(asc(factStep.number), asc(factStep.seq))
      .limit(3);
    await separate('level', 'supervisor');
    expect(steps).toEqual([
      { level: 1, next: 3 },
      { level: 3, next: 3 },
      { level: 3, next: null },
    ]);
  });

  it('with another rank tells anew who was escalated: a supervisor of rank 1 is front line', async () => {
    const before = await stored();
    const rank = async (to: number) =>
      rankTerm(records, admin, { ...(await named('level', 'supervisor')), set: 'level', rank: to }, NOW);
    await rank(1);
    expect((await stored()).map(({ reached, escalated }) => [reached, escalated])).toEqual([
      [3, true],
      [1, false],
      [3, true],
      [1, false],
    ]);
    const [made] = await records.select().from(event);
    expect(made?.label).toBe('Level “Supervisor” moved from rank 2 to 1');
    await rank(2);
    expect(await stored()).toEqual(before);
  });
});

it('two observations of techniques that were merged are one: a reviewer’s before the agent’s own, then the worst', async () => {
  const rows = await records.select({ id: incident.incidentId }).from(incident).orderBy(incident.occurredAt);
  const [one = '', other = '', third = ''] = rows.map(({ id }) => id);
  await records.insert(techniqueObservation).values([
    { incidentId: one, technique: 1, observer: 0, observation: 0 },
    { incidentId: one, technique: 2, observer: 0, observation: 2 },
    { incidentId: other, technique: 1, observer: 1, observation: 0 },
    { incidentId: other, technique: 2, observer: 0, observation: 2 },
    { incidentId: third, technique: 2, observer: 0, observation: 1 },
    { incidentId: third, technique: 3, observer: 0, observation: 1 },
  ]);
  await merge('technique', 'calm_tone', 'clear_speech');
  const facts = await records
    .select({ technique: factTechnique.technique, observation: factTechnique.observation })
    .from(factTechnique)
    .orderBy(asc(factTechnique.number), asc(factTechnique.technique));
  await separate('technique', 'calm_tone');
  expect(facts.map(({ technique, observation }) => [technique, observation])).toEqual([
    [2, 2],
    [2, 0],
    [2, 1],
    [3, 1],
  ]);
  expect(await records.select().from(factTechnique)).toHaveLength(6);
});

describe('a value', () => {
  it('that is added has an id of its label and stands last; the label of another is refused', async () => {
    const add = (label: string) =>
      addTerm(records, admin, { set: 'trigger', label, group: 'service', means: null }, NOW);
    expect(await add('Parking, or no parking')).toBe('parking_or_no_parking');
    await expect(add('billing ERROR')).rejects.toThrow('is there already, as billing_error');
    const [row] = await records.select().from(trigger).where(eq(trigger.id, 'parking_or_no_parking'));
    expect(row).toMatchObject({ code: 13, rank: 13, group: 'service', retired: false });
    expect(await records.select().from(event)).toEqual([]);
  });

  it('that is renamed keeps its id and breaks no series', async () => {
    const entry = { label: 'Wrong bill', group: 'money', means: 'a wrong charge, fee, refund or balance' };
    await changeTerm(records, admin, { ...(await named('trigger', 'billing_error')), ...entry }, NOW);
    const [row] = await records.select().from(trigger).where(eq(trigger.code, 1));
    expect(row).toMatchObject({ id: 'billing_error', label: 'Wrong bill' });
    expect(await records.select().from(taxonomyVersion)).toMatchObject([
      { change: 'renamed', before: 'Billing error', after: 'Wrong bill', eventId: null },
    ]);
    await changeTerm(records, admin, { ...(await named('trigger', 'billing_error')), ...entry }, NOW);
    expect(await records.select().from(taxonomyVersion)).toHaveLength(1);
  });

  it('moves one place at a time; a level does not, since it has a rank', async () => {
    const order = async () => {
      const rows = await records.select().from(trigger).orderBy(asc(trigger.rank), asc(trigger.code));
      return rows.slice(0, 3).map(({ id }) => id);
    };
    await moveTerm(records, admin, { set: 'trigger', id: 'technical_issue', direction: 'up' }, NOW);
    expect(await order()).toEqual(['billing_error', 'technical_issue', 'service_delay']);
    await moveTerm(records, admin, { set: 'trigger', id: 'billing_error', direction: 'up' }, NOW);
    expect(await order()).toEqual(['billing_error', 'technical_issue', 'service_delay']);
    await expect(
      moveTerm(records, admin, { set: 'level', id: 'supervisor', direction: 'up' }, NOW),
    ).rejects.toThrow(Conflict);
  });

  it('that is retired keeps its incidents and is a break; brought back, another', async () => {
    const retire = async (retired: boolean) =>
      retireTerm(records, admin, { ...(await named('level', 'supervisor')), retired }, NOW);
    await retire(true);
    await expect(retire(true)).rejects.toThrow(Conflict);
    await retire(false);
    const made = await records.select().from(event).orderBy(asc(event.eventId));
    expect(made.map(({ label }) => label)).toEqual([
      'Level “Supervisor” retired',
      'Level “Supervisor” brought back',
    ]);
    const [row] = await records.select().from(level).where(eq(level.id, 'supervisor'));
    expect(row).toMatchObject({ retired: false });
  });

  it('that no incident has breaks nothing when it is retired', async () => {
    await retireTerm(records, admin, { ...(await named('trigger', 'complex_process')), retired: true }, NOW);
    expect(await records.select().from(event)).toEqual([]);
    expect(await records.select().from(taxonomyVersion)).toHaveLength(1);
  });
});
