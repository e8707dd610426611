import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { importRun } from '@/db/schema/imports.ts';
import { escalationStep } from '@/db/schema/incident-details.ts';
import { incident, source } from '@/db/schema/incidents.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { Fault, failingRecords } from '@/db/testing/failing-records.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden } from '@/lib/errors.ts';
import { type DraftInput, incidentDraft } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import { changeTimeZone } from './change-time-zone.ts';
import { withFileLock } from './importing/file-lock.ts';
import { startRun } from './importing/import-ledger.ts';
import { writeIncidents } from './incidents/write-incidents.ts';

const { records, sql } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const NOW = new Date('2026-11-22T10:00:00Z');
const TOKYO = { version: 1, timeZone: 'Asia/Tokyo' };

const minute = (text: string) => ({ at: Date.parse(text), precision: 'minute' as const });
const date = (text: string) => ({ at: Date.parse(text), precision: 'day' as const });
const frontline = (moment: { at: number; precision: 'minute' | 'day' }) => ({ level: 'frontline', moment });

/** Evenings and nights, dates without a time, mixtures of both, and a customer who comes back. */
const SAID: Partial<DraftInput>[] = [
  { occurred: { ...minute('2026-11-03T23:30:00Z'), basis: 'occurred' }, closed: date('2026-11-05') },
  { occurred: { ...date('2026-11-03'), basis: 'occurred' }, closed: minute('2026-11-04T20:00:00Z') },
  { occurred: { ...date('2026-11-03'), basis: 'occurred' }, closed: date('2026-11-04') },
  {
    occurred: { ...minute('2026-03-29T00:30:00Z'), basis: 'occurred' },
    closed: minute('2026-03-29T01:30:00Z'),
    reported: date('2026-03-30'),
    steps: [frontline(minute('2026-03-29T22:00:00Z')), frontline(date('2026-03-31'))],
  },
  {
    occurred: { ...minute('2026-06-01T10:00:00Z'), basis: 'occurred' },
    customer: 'C1',
    trigger: 'billing_error',
  },
  {
    occurred: { ...minute('2026-06-03T20:00:00Z'), basis: 'occurred' },
    customer: 'C1',
    trigger: 'billing_error',
  },
];

async function write(sourceId: string, timeZone: string): Promise<void> {
  const ready = SAID.map((said, index) => {
    const draft = incidentDraft.parse({
      source: { id: sourceId, label: sourceId },
      externalId: String(index),
      kind: 'incident',
      ...said,
    });
    return { incidentId: toIncidentId(sourceId, String(index)), draft, rows: [], contentHash: 'x' };
  });
  await records.transaction((tx) =>
    writeIncidents(tx, ready, { timeZone, importRunId: null, now: new Date(0) }),
  );
}

async function derived(sourceId: string) {
  const rows = await records
    .select({
      externalId: incident.externalId,
      occurredOn: incident.occurredOn,
      occurredHour: incident.occurredHour,
      minutesToClose: incident.minutesToClose,
      closedBeforeOccurred: incident.closedBeforeOccurred,
      reportedAfterMinutes: incident.reportedAfterMinutes,
      daysSincePrevious: incident.daysSincePrevious,
    })
    .from(incident)
    .innerJoin(source, eq(source.code, incident.source))
    .where(eq(source.id, sourceId))
    .orderBy(asc(incident.externalId));
  const waits = await records
    .select({ wait: escalationStep.waitMinutes })
    .from(escalationStep)
    .innerJoin(incident, eq(incident.incidentId, escalationStep.incidentId))
    .innerJoin(source, eq(source.code, incident.source))
    .where(eq(source.id, sourceId))
    .orderBy(asc(incident.externalId), asc(escalationStep.seq));
  return { rows, waits };
}

beforeEach(async () => {
  await sql`delete from incident`;
  await sql`delete from import_run`;
  await sql`delete from fact_change`;
  await records.delete(workspace);
  await makeWorkspace(records);
});

it('3 Nov 2026, 23:30 in UTC is 4 Nov, hour 8 in Tokyo; it closed on 5 Nov, one day later and not two', async () => {
  await write('desk', 'UTC');
  expect((await derived('desk')).rows[0]).toMatchObject({
    occurredOn: '2026-11-03',
    occurredHour: 23,
    minutesToClose: 2880,
  });
  await changeTimeZone(records, admin, TOKYO, NOW);
  expect((await derived('desk')).rows[0]).toMatchObject({
    occurredOn: '2026-11-04',
    occurredHour: 8,
    minutesToClose: 1440,
  });
  expect(await findWorkspace(records)).toMatchObject({ timeZone: 'Asia/Tokyo' });
});

it('what is counted anew in a zone equals what would have been written in it', async () => {
  for (const timeZone of ['Asia/Tokyo', 'America/New_York', 'Europe/London']) {
    await sql`delete from incident`;
    await records.update(workspace).set({ timeZone: 'UTC', version: 1 });
    await write('before', 'UTC');
    await changeTimeZone(records, admin, { version: 1, timeZone }, NOW);
    await write('after', timeZone);
    expect(await derived('before'), timeZone).toEqual(await derived('after'));
  }
});

it('dates stay, and each of the five that changed leaves one mark: all but the one of dates alone', async () => {
  await write('desk', 'UTC');
  await records.delete(factChange);
  expect(await changeTimeZone(records, admin, TOKYO, NOW)).toBe(5);
  const marked = (await records.select({ id: factChange.incidentId }).from(factChange)).map(({ id }) => id);
  expect(marked.sort()).toEqual(['0', '1', '3', '4', '5'].map((id) => toIncidentId('desk', id)).sort());
  const [entry] = await records.select().from(auditLog).where(eq(auditLog.action, 'time_zone_changed'));
  expect(entry?.detail).toEqual({ from: 'UTC', to: 'Asia/Tokyo', incidents: 5 });
});

it('a fault at any statement leaves the zone and every date as they were', async () => {
  await write('desk', 'UTC');
  const before = await derived('desk');
  let failsAt = 1;
  for (; ; failsAt += 1) {
    const failing = failingRecords(sql, failsAt);
    const error = await changeTimeZone(failing.records, admin, TOKYO, NOW).catch((reason) => reason);
    if (failing.asked() < failsAt) break;
    expect(error instanceof Fault || error.cause instanceof Fault, `statement ${failsAt}: ${error}`).toBe(
      true,
    );
    expect(await derived('desk')).toEqual(before);
    expect(await findWorkspace(records)).toMatchObject({ timeZone: 'UTC' });
  }
  expect(failsAt).toBeGreaterThan(10);
});

it('while an import runs, the zone stays; once that is over, an import in the old zone does not begin', async () => {
  const facts = { bytes: 1, sha256: 'f'.repeat(64), encoding: 'UTF-8', markBytes: 0, refusal: null };
  const run = { mapping: 'cfpb', fileName: 'x.csv', facts, timeZone: 'UTC', now: NOW };
  await withFileLock(
    records,
    run.mapping,
    facts.sha256,
    () => {},
    async () => {
      await startRun(records, admin, run);
      await expect(changeTimeZone(records, admin, TOKYO, NOW)).rejects.toThrow(Conflict);
    },
  );
  // Nobody holds its lock any more: the program that began it is gone.
  await changeTimeZone(records, admin, TOKYO, NOW);
  expect(await records.select({ state: importRun.state }).from(importRun)).toEqual([{ state: 'failed' }]);
  await expect(startRun(records, admin, run)).rejects.toThrow(/Asia\/Tokyo by now/);
});

it('of two who change it at once, one is told of the other', async () => {
  const results = await Promise.allSettled([
    changeTimeZone(records, admin, TOKYO, NOW),
    changeTimeZone(records, admin, { version: 1, timeZone: 'Europe/Berlin' }, NOW),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it.each(['agent', 'trainer', 'manager', 'qa'] as const)('a %s may not', async (role) => {
  const viewer: Viewer = { actor: 'account:2', roles: [role], teams: 'all' };
  await expect(changeTimeZone(records, viewer, TOKYO, NOW)).rejects.toThrow(Forbidden);
});
