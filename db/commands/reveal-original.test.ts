import { desc } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { incidentReport } from '@/db/reports/incident.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident, sealedText } from '@/db/schema/incidents.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { ROLES } from '@/lib/access.ts';
import { Conflict, Forbidden, NotFound } from '@/lib/errors.ts';
import { revealOriginal } from './reveal-original.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const NOW = new Date('2024-06-01T12:00:00Z');
const QA: Viewer = { actor: 'account:7', roles: ['qa'], teams: 'all' };
const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
let number: number;

beforeEach(async () => {
  await records.delete(incident);
  const rows = [{ line: 2, fields: { Phone: '0161 496 0774' } }];
  const ready = readyIncident('a', { narrative: 'Call 0161 496 0774.', topic: 'Late fee' }, rows);
  await records.transaction((tx) => writeIncidents(tx, [ready], writing));
  const [row] = await records.select({ number: incident.number }).from(incident);
  number = row?.number ?? 0;
});

const audited = async () => {
  const [last] = await records.select().from(auditLog).orderBy(desc(auditLog.auditId)).limit(1);
  return last;
};

it('opens what was taken out, and notes who, which incident, why and which fields, without a word of it', async () => {
  const asked = { number, reason: 'contact_customer' } as const;
  expect(await revealOriginal(records, QA, asked, NOW)).toEqual({
    words: [{ label: 'Narrative', text: 'Call 0161 496 0774.' }],
    rows: [{ line: 2, fields: [['Phone', '0161 496 0774']] }],
  });
  expect(await audited()).toMatchObject({
    at: NOW,
    actor: 'account:7',
    action: 'reveal',
    subject: `incident:${number}`,
    detail: { reason: 'contact_customer', fields: ['narrative', 'sourceRows'] },
  });
});

it('notes each look anew', async () => {
  const asked = { number, reason: 'check_facts' } as const;
  await revealOriginal(records, QA, asked, NOW);
  const first = await audited();
  await revealOriginal(records, QA, asked, NOW);
  expect((await audited())?.auditId).toBe((first?.auditId ?? 0) + 1);
});

it.each(ROLES.filter((role) => role !== 'qa'))('a %s opens nothing, and nothing is noted', async (role) => {
  const before = await audited();
  const viewer: Viewer = { ...QA, roles: [role] };
  await expect(revealOriginal(records, viewer, { number, reason: 'safety' }, NOW)).rejects.toThrow(Forbidden);
  expect(await audited()).toEqual(before);
});

it('what is not in scope, has nothing sealed or is not there is not found', async () => {
  const reason = 'safety';
  await expect(revealOriginal(records, { ...QA, teams: [] }, { number, reason }, NOW)).rejects.toThrow(
    NotFound,
  );
  await expect(revealOriginal(records, QA, { number: number + 1, reason }, NOW)).rejects.toThrow(NotFound);
  await records.delete(sealedText);
  await expect(revealOriginal(records, QA, { number, reason }, NOW)).rejects.toThrow(NotFound);
});

it('a seal that was changed, or made under another secret, is said and noted by nobody', async () => {
  const before = await audited();
  await records.update(sealedText).set({ sealed: Buffer.alloc(60).toString('base64') });
  await expect(revealOriginal(records, QA, { number, reason: 'safety' }, NOW)).rejects.toThrow(Conflict);
  expect(await audited()).toEqual(before);
});

it('the page knows whether there is an original to be opened', async () => {
  const original = async () => (await incidentReport(EVERYBODY, number, { record: records })).original;
  expect(await original()).toBe('sealed');
  await records.delete(sealedText);
  expect(await original()).toBe('dropped');
  await records.update(workspace).set({ settings: { redaction: 'off' } });
  const plain = readyIncident('a', { narrative: 'The bill was wrong.' });
  await records.transaction((tx) => writeIncidents(tx, [plain], writing));
  expect(await original()).toBe('nothing_taken_out');
});
