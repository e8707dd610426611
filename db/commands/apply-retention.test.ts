import { eq, sql as fragment } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { openSnapshot } from '@/db/facts/snapshot.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { retentionReport } from '@/db/reports/retention.ts';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { escalationStep, followUp } from '@/db/schema/incident-details.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import { customer, customerIdentity, workspace } from '@/db/schema/organisation.ts';
import { retentionRun } from '@/db/schema/retention.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import { Conflict } from '@/lib/errors.ts';
import type { DraftInput } from '@/lib/intake/incident-draft.ts';
import { KEEP_ALL, type Retention } from '@/lib/privacy/retention.ts';
import { applyRetention } from './apply-retention.ts';
import { chooseRetention } from './choose-retention.ts';

const opened = await testDatabase();
const { records } = opened;
await makeWorkspace(records);
const NOW = new Date('2024-06-15T03:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

beforeEach(async () => {
  for (const table of [importRun, incident, customer, retentionRun, factChange]) await records.delete(table);
  await keep({});
});

const keep = (periods: Partial<Retention>) =>
  records
    .update(workspace)
    .set({ settings: { redaction: 'sealed', retention: { ...KEEP_ALL, ...periods } }, version: 1 });

/** An incident with words in every place, of noon on a day. */
const said = (day: string, customerName: string | null = null): Partial<DraftInput> => ({
  occurred: { at: Date.parse(`${day}T12:00:00Z`), precision: 'minute', basis: 'occurred' },
  trigger: 'billing_error',
  customer: customerName,
  topic: 'Call 0161 496 0774',
  narrative: 'The bill was wrong.',
  steps: [{ level: 'frontline', note: 'rang' }],
  followUps: [{ promise: 'write', dueOn: '2024-01-05' }],
});
const write = (days: Record<string, string | [string, string]>, more: Partial<DraftInput> = {}) => {
  const ready = Object.entries(days).map(([id, of]) => {
    const [day, who] = typeof of === 'string' ? [of, null] : of;
    return readyIncident(id, { ...said(day, who), ...more }, [{ line: 1, fields: { text: 'as it came' } }]);
  });
  const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
  return records.transaction((tx) => writeIncidents(tx, ready, writing));
};
const idsLeft = async () =>
  (await records.select({ id: incident.externalId }).from(incident)).map(({ id }) => id).toSorted();
const lastAudit = async () => {
  const [row] = await records.select().from(auditLog).orderBy(fragment`audit_id desc`).limit(1);
  return row;
};

describe('words', () => {
  it('of the day before 24 months ago go, those of that day stay; figures and their digest stay as they were', async () => {
    await write({ a: '2022-06-14', b: '2022-06-15' });
    const before = await records.select().from(incident).orderBy(incident.externalId);
    await keep({ words: 24 });
    expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ words: 1 });
    const texts = await records
      .select({ text: incidentText, id: incident.externalId })
      .from(incidentText)
      .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
      .orderBy(incident.externalId);
    expect(texts.map(({ text }) => [text.topic, text.narrative, text.resolution, text.sourceRows])).toEqual([
      [null, null, null, []],
      ['Call [PHONE-1]', 'The bill was wrong.', null, [{ line: 1, fields: [['text', 'as it came']] }]],
    ]);
    expect((await records.select().from(escalationStep)).map(({ note }) => note).toSorted()).toEqual([
      null,
      'rang',
    ]);
    expect((await records.select().from(followUp)).filter(({ promise }) => promise)).toHaveLength(1);
    expect(await records.select().from(sealedText)).toHaveLength(1);
    expect(await records.select().from(incident).orderBy(incident.externalId)).toEqual(before);
  });

  it('are not brought back by the source, neither by the same row nor by one that says something else', async () => {
    await write({ a: '2022-01-01' });
    await keep({ words: 24 });
    await applyRetention(records, EVERYBODY, NOW);
    expect(await write({ a: '2022-01-01' })).toMatchObject({ unchanged: 1 });
    expect(await write({ a: '2022-01-01' }, { outcome: 'resolved' })).toMatchObject({ updated: 1 });
    const [row] = await records.select().from(incidentText);
    expect([row?.topic, row?.narrative, row?.sourceRows]).toEqual([null, null, []]);
    expect((await records.select().from(escalationStep)).map(({ note }) => note)).toEqual([null]);
    expect(await records.select().from(sealedText)).toEqual([]);
  });
});

describe('incidents', () => {
  it('go with everything of theirs, leave the copy of the facts, too, and the repeats of the others are counted anew', async () => {
    await write({
      a: ['2023-06-01', 'Zelda'],
      b: ['2023-06-20', 'Zelda'],
      c: ['2023-06-02', 'Quimby'],
      d: '2024-01-01',
    });
    await withCopy(opened, async () => {
      const counts = async () => {
        const snapshot = await openSnapshot(records);
        const all = await countIncidents(snapshot, EVERYBODY, EVERYTHING);
        await snapshot.close();
        return [snapshot.source.kind, all];
      };
      expect(await counts()).toEqual(['copy', 4]);
      await keep({ incidents: 12 });
      expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ incidents: 2 });
      expect(await counts()).toEqual(['copy', 2]);
    });
    expect(await idsLeft()).toEqual(['b', 'd']);
    const [b] = await records.select().from(incident).where(eq(incident.externalId, 'b'));
    expect(b?.daysSincePrevious).toBeNull();
    expect(await records.select().from(customerIdentity)).toMatchObject([{ reference: 'Zelda' }]);
    expect(await records.select().from(customer)).toHaveLength(1);
  });

  it('1,201 of them go in three batches', async () => {
    const many = Object.fromEntries(Array.from({ length: 1201 }, (_, index) => [`m${index}`, '2020-01-01']));
    await write(many, { steps: [], followUps: [] });
    await keep({ incidents: 12 });
    expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ incidents: 1201 });
    expect(await idsLeft()).toEqual([]);
  });
});

describe('what else is kept for a time', () => {
  it('originals: those of incidents and of rejected rows, and nothing of what is readable', async () => {
    await write({ a: '2023-01-01', b: '2024-06-01' });
    const run = { mapping: 'cfpb', fileName: 'a.csv', fileSha256: '0', fileBytes: 1, startedBy: 'test' };
    const [{ id } = { id: 0 }] = await records
      .insert(importRun)
      .values({ ...run, startedAt: new Date('2023-02-01'), state: 'done' })
      .returning({ id: importRun.importRunId });
    const remark = { importRunId: id, line: 2, kind: 'rejected', message: 'Not a time.' };
    await records.insert(importProblem).values([
      { ...remark, seq: 1, sealedRow: 'sealed' },
      { ...remark, seq: 2 },
    ]);
    await keep({ originals: 6 });
    expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ originals: 2 });
    expect(await records.select().from(sealedText)).toHaveLength(1);
    expect((await records.select().from(importProblem)).map(({ sealedRow }) => sealedRow)).toEqual([
      null,
      null,
    ]);
    await keep({ remarks: 6 });
    expect(await applyRetention(records, EVERYBODY, later(1))).toEqual({ remarks: 2 });
    expect(await records.select().from(importRun)).toHaveLength(1);
  });

  it('identities: of whom nothing has come for 6 months, or nothing is left, only the pseudonym stays', async () => {
    await write({ a: ['2023-01-01', 'Zelda'], b: ['2024-06-01', 'Zelda'], c: ['2023-01-01', 'Quimby'] });
    const [alone] = await records.insert(customer).values({ pseudonym: 'p' }).returning();
    await records.insert(customerIdentity).values({ customerId: alone?.customerId ?? 0, reference: 'Alone' });
    await keep({ identities: 6 });
    expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ identities: 2 });
    expect(await records.select().from(customerIdentity)).toMatchObject([{ reference: 'Zelda' }]);
    expect(await records.select().from(customer)).toHaveLength(3);
  });
});

describe('a run', () => {
  it('is told before it is done: the dry run counts what goes, with its oldest and newest, and changes nothing', async () => {
    await write({ a: '2020-02-29', b: '2021-01-01', c: '2024-01-01' });
    await keep({ words: 36, incidents: 48 });
    const { expired } = await retentionReport(EVERYBODY, () => null, { record: records, now: NOW });
    expect(expired).toEqual([
      { kind: 'words', keptFrom: '2021-06-15', count: 2, oldest: '2020-02-29', newest: '2021-01-01' },
      { kind: 'incidents', keptFrom: '2020-06-15', count: 1, oldest: '2020-02-29', newest: '2020-02-29' },
    ]);
    expect(await idsLeft()).toEqual(['a', 'b', 'c']);
    const shorter = (now: Retention) => ({ ...now, incidents: 1 });
    const proposed = await retentionReport(EVERYBODY, shorter, { record: records, now: NOW });
    expect(proposed.expired.at(-1)).toMatchObject({ kind: 'incidents', count: 3 });
    expect(await applyRetention(records, EVERYBODY, NOW)).toEqual({ words: 2, incidents: 1 });
  });

  it('is noted with its counts and nobody’s words, and not at all when nothing went', async () => {
    await write({ a: '2020-01-01' });
    await keep({ words: 12 });
    await applyRetention(records, EVERYBODY, NOW);
    expect(await lastAudit()).toMatchObject({ action: 'retention_applied', detail: { words: 1 } });
    const before = await lastAudit();
    expect(await applyRetention(records, EVERYBODY, later(60))).toEqual({});
    expect(await lastAudit()).toEqual(before);
  });

  it('that was broken off keeps others away for ten minutes, and is then finished with the counts of both', async () => {
    await write({ a: '2020-01-01', b: '2020-01-02' });
    await keep({ words: 12, incidents: 24 });
    let asked = 0;
    const hasEnded = () => ++asked > 2;
    expect(await applyRetention(records, EVERYBODY, NOW, { hasEnded })).toEqual({});
    expect(await idsLeft()).toEqual(['a', 'b']);
    await expect(applyRetention(records, EVERYBODY, later(5))).rejects.toThrow(Conflict);
    expect(await applyRetention(records, EVERYBODY, later(15))).toEqual({ words: 2, incidents: 2 });
    expect(await records.select().from(retentionRun)).toHaveLength(1);
  });
});

it('choosing periods removes nothing, is noted, and of two at once the later finds out', async () => {
  await write({ a: '2020-01-01' });
  await chooseRetention(records, EVERYBODY, { ...KEEP_ALL, words: 6, version: 1 }, NOW);
  expect(await lastAudit()).toMatchObject({
    action: 'retention_chosen',
    detail: { words: 6, incidents: null },
  });
  expect((await records.select().from(incidentText))[0]?.narrative).toBe('The bill was wrong.');
  const late = chooseRetention(records, EVERYBODY, { ...KEEP_ALL, version: 1 }, NOW);
  await expect(late).rejects.toThrow(Conflict);
});
