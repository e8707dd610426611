import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { and, asc, count, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { importProblem } from '@/db/schema/imports.ts';
import { escalationStep } from '@/db/schema/incident-details.ts';
import { escalationPath, incident, incidentText, source } from '@/db/schema/incidents.ts';
import { level, trigger } from '@/db/schema/taxonomies.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { type ImportResult, importFile } from './import-file.ts';

const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: 'all' };
const { records } = await testDatabase();

/** Public files that lie beside the project on some machines and are not part of it. */
function sampleFile(name: string): { path: string; isThere: boolean } {
  const path = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
  const isThere = existsSync(path);
  if (!isThere) console.warn(`Left out: ${path} is not on this machine.`);
  return { path, isThere };
}

function importing(path: string, mapping: string): Promise<ImportResult> {
  return importFile(records, admin, { path, fileName: 'sample.csv', mapping, timeZone: 'UTC' });
}

async function countIncidents(sourceId: string, condition?: SQL): Promise<number> {
  const [row] = await records
    .select({ count: count() })
    .from(incident)
    .innerJoin(source, eq(source.code, incident.source))
    .where(and(eq(source.id, sourceId), condition));
  return row?.count ?? 0;
}

const payday = sampleFile('cfpb_payday_loan_complaints_2025-04-25.csv');
const older = sampleFile('cfpb_consumer_complaints_2013-2017_no_id.csv');
const problems = sampleFile('bpi2013_closed_problems_event_log.csv');
const tickets = sampleFile('servicenow_incident_event_log_excerpt.csv');

describe.skipIf(!payday.isThere)('2,827 complaints about payday loans', () => {
  let first: ImportResult;
  beforeAll(async () => {
    first = await importing(payday.path, 'cfpb');
  });

  it('read 2,827 = created 2,827, from 1 January to 24 August 2023', () => {
    expect(first).toMatchObject({ read: 2827, created: 2827, merged: 0, rejected: 0, incidents: 2827 });
    expect(first.coverage).toEqual({ from: '2023-01-01', until: '2023-08-25' });
  });

  it('2,522 of 2,827 have a trigger = 89.2 %, at least 80 %; the other 305 are about hardship', () => {
    expect(first.unclassified).toBe(305);
    expect(first.incidents - first.unclassified).toBeGreaterThanOrEqual(0.8 * first.incidents);
  });

  it('712 are about fees that were not expected, the most of all', async () => {
    const rows = await records
      .select({ id: trigger.id, count: count() })
      .from(incident)
      .innerJoin(trigger, eq(trigger.code, incident.trigger))
      .groupBy(trigger.id);
    expect(rows.find(({ id }) => id === 'unmet_expectation')?.count).toBe(712);
  });

  it('142 were compensated, 2,554 + 113 resolved, 18 left without an answer: 2,827', async () => {
    const outcomes = await records
      .select({ outcome: incident.outcome, count: count() })
      .from(incident)
      .groupBy(incident.outcome)
      .orderBy(asc(incident.outcome));
    expect(outcomes).toEqual([
      { outcome: 1, count: 2667 },
      { outcome: 2, count: 142 },
      { outcome: 5, count: 18 },
    ]);
  });

  it('every narrative is there, line breaks and all', async () => {
    const without = await records.select().from(incidentText).where(isNull(incidentText.narrative));
    expect(without).toEqual([]);
  });

  it('the same file again: 2,827 unchanged', async () => {
    const again = await importing(payday.path, 'cfpb');
    expect(again).toMatchObject({ read: 2827, created: 0, updated: 0, unchanged: 2827 });
  });
});

describe.skipIf(!older.isThere)('3,186 complaints of 2013 to 2017, without an id', () => {
  it('read 3,186 = created 3,175 + merged 11, each with its line; 96 % have a trigger', async () => {
    const result = await importing(older.path, 'cfpb');
    expect(result).toMatchObject({ read: 3186, created: 3175, merged: 11, rejected: 0, unclassified: 122 });
    const merged = await records
      .select({ line: importProblem.line, message: importProblem.message })
      .from(importProblem)
      .where(and(eq(importProblem.importRunId, result.importRunId), eq(importProblem.kind, 'merged')));
    expect(new Set(merged.map(({ line }) => line)).size).toBe(11);
    for (const { line, message } of merged)
      expect(Number(message.match(/line (\d+)/)?.[1])).toBeLessThan(line);
  });

  it('again: 3,175 unchanged', async () => {
    expect(await importing(older.path, 'cfpb')).toMatchObject({ created: 0, updated: 0, unchanged: 3175 });
  });
});

describe.skipIf(!problems.isThere)('the problem log of 1,487 cases', () => {
  beforeAll(async () => {
    const result = await importing(problems.path, 'bpi-problems');
    expect(result).toMatchObject({ read: 6660, incidents: 1487, merged: 5173, created: 1487, rejected: 0 });
  });

  it('the highest level: frontline 48 + technical 883 + engineering 556 = 1,487', async () => {
    const rows = await records
      .select({ level: level.id, count: count() })
      .from(incident)
      .innerJoin(level, eq(level.code, incident.levelReached))
      .innerJoin(source, eq(source.code, incident.source))
      .where(eq(source.id, 'bpi-problems'))
      .groupBy(level.id)
      .orderBy(asc(level.id));
    expect(rows).toEqual([
      { level: 'engineering', count: 556 },
      { level: 'frontline', count: 48 },
      { level: 'technical', count: 883 },
    ]);
    expect(await countIncidents('bpi-problems', eq(incident.escalated, true))).toBe(883 + 556);
  });

  it('they begin on the first line 66 times, on the second 936, on the third 485: 1,487', async () => {
    const paths = await records
      .select({ levels: escalationPath.levels })
      .from(incident)
      .innerJoin(escalationPath, eq(escalationPath.code, incident.path))
      .innerJoin(source, eq(source.code, incident.source))
      .where(eq(source.id, 'bpi-problems'));
    const begins = (code: number) => paths.filter(({ levels }) => levels[0] === code).length;
    expect([begins(1), begins(3), begins(4)]).toEqual([66, 936, 485]);
  });

  it('all are closed, none before it began, and the first step of each stands at its beginning', async () => {
    expect(await countIncidents('bpi-problems', eq(incident.status, 2))).toBe(1487);
    expect(await countIncidents('bpi-problems', eq(incident.closedBeforeOccurred, true))).toBe(0);
    const late = await records
      .select()
      .from(escalationStep)
      .innerJoin(incident, eq(incident.incidentId, escalationStep.incidentId))
      .where(and(eq(escalationStep.seq, 1), gt(escalationStep.at, incident.occurredAt)));
    expect(late).toEqual([]);
  });

  it('again: 1,487 unchanged', async () => {
    const again = await importing(problems.path, 'bpi-problems');
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 1487, merged: 5173 });
  });
});

describe.skipIf(!tickets.isThere)('the incident log of 890 cases', () => {
  beforeAll(async () => {
    const result = await importing(tickets.path, 'servicenow');
    expect(result).toMatchObject({ read: 5998, incidents: 890, merged: 5108, rejected: 0 });
  });

  it('the group changes in 381 cases, and the source itself counts 391', async () => {
    expect(await countIncidents('servicenow', gt(incident.teamChanges, 0))).toBe(381);
    expect(await countIncidents('servicenow', gt(incident.reassignmentsClaimed, 0))).toBe(391);
  });

  it('its levels are not known, so nothing is said of escalation', async () => {
    expect(await countIncidents('servicenow', eq(incident.path, 0))).toBe(890);
    expect(await countIncidents('servicenow', isNull(incident.escalated))).toBe(890);
  });

  it('again: 890 unchanged', async () => {
    expect(await importing(tickets.path, 'servicenow')).toMatchObject({ updated: 0, unchanged: 890 });
  });
});
