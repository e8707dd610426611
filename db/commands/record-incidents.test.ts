import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import { incidentsAnswer } from '@/lib/openapi/operations.ts';
import { recordIncidents } from './record-incidents.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const NOW = new Date('2026-11-22T10:00:00Z');
const key: Viewer = { actor: 'key:1', roles: [], scopes: ['import'], teams: 'all' };
const row = {
  source: 'crm',
  id: 'A',
  kind: 'incident',
  occurredAt: '2026-11-03T10:00Z',
  trigger: 'billing_error',
};
const send = (rows: unknown[]) => recordIncidents(records, key, rows, NOW);

it('each row is answered in its place: created, unchanged, updated, rejected; its number finds it', async () => {
  const first = await send([row, { ...row, id: 'B' }]);
  expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 0 });
  const again = await send([
    { ...row, severity: 4 },
    { ...row, id: 'B' },
    { ...row, id: 'C', severity: 0 },
  ]);
  expect(again).toMatchObject({ created: 0, updated: 1, unchanged: 1, rejected: 1 });
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'unchanged', 'rejected']);
  expect(incidentsAnswer.safeParse(JSON.parse(JSON.stringify(again))).error).toBeUndefined();
  expect(again.rows[2]).toMatchObject({ problems: [{ field: 'severity', message: 'is below 1' }] });
  const [updated] = again.rows;
  if (updated?.outcome === 'rejected' || !updated) throw new Error('the first row was not written');
  const [found] = await records.select().from(incident).where(eq(incident.number, updated.incident.number));
  expect(found).toMatchObject({ externalId: 'A', severity: 4 });
});

it('of two rows with the same source and id neither goes in, and each names the other', async () => {
  const answer = await send([
    { ...row, id: 'D' },
    { ...row, id: 'E' },
    { ...row, id: 'D', severity: 2 },
  ]);
  expect(answer.rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'created', 'rejected']);
  expect(answer.rows[0]).toMatchObject({ problems: [{ message: 'is also that of row 3 of the request' }] });
});

it('the same twice at once makes one incident: one is told that it was created, the other that nothing changed', async () => {
  const both = await Promise.all([send([{ ...row, id: 'F' }]), send([{ ...row, id: 'F' }])]);
  expect(both.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)).sort()).toEqual([
    'created',
    'unchanged',
  ]);
});

it('a name that is reserved for Lookback is refused', async () => {
  const answer = await send([
    { ...row, source: 'sample' },
    { ...row, source: 'lookback' },
  ]);
  expect(answer).toMatchObject({ created: 0, rejected: 2 });
});

it('people are taken out of the words, the facts hear of it, and the audit log counts without words', async () => {
  await send([{ ...row, id: 'G', narrative: 'Call me at mary.jones@example.com please' }]);
  const [text] = await records
    .select({ narrative: incidentText.narrative, id: incidentText.incidentId })
    .from(incidentText)
    .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
    .where(eq(incident.externalId, 'G'));
  expect(text?.narrative).toBe('Call me at [EMAIL-1] please');
  expect(await records.$count(factChange, eq(factChange.incidentId, text?.id ?? ''))).toBe(1);
  const audited = await records.select().from(auditLog).where(eq(auditLog.action, 'incidents_recorded'));
  expect(audited.at(-1)?.detail).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 0 });
});

it('what a person has set stays, and the answer names it', async () => {
  await send([{ ...row, id: 'H', severity: 2 }]);
  await records
    .update(incident)
    .set({ setByPerson: ['severity'] })
    .where(eq(incident.externalId, 'H'));
  const answer = await send([{ ...row, id: 'H', severity: 5 }]);
  expect(answer.rows[0]).toMatchObject({ outcome: 'updated', kept: ['severity'] });
});

it('a key that reads only may not', async () => {
  await expect(recordIncidents(records, { ...key, scopes: ['read_reports'] }, [row], NOW)).rejects.toThrow(
    Forbidden,
  );
});
