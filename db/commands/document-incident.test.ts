import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addAccount } from '@/db/accounts/add-account.ts';
import { incidentFormReport } from '@/db/reports/incident-form.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Role, Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import type { FormEntries } from '@/lib/incident-form/incident-form.ts';
import { fromCode, STATUSES } from '@/lib/taxonomy/fixed-sets.ts';
import { documentIncident } from './document-incident.ts';
import { dropFormDraft, saveFormDraft } from './save-form-draft.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
await makeWorkspace(records);
await records.insert(team).values([{ name: 'Billing' }, { name: 'Retail' }]);
await records.insert(agent).values([{ reference: 'Ana', teamId: 1 }]);
const ana: Viewer = { actor: 'account:1', roles: ['agent'], teams: [], agents: [1] };
const mia: Viewer = { actor: 'account:2', roles: ['manager'], teams: [1] };
const qi: Viewer = { actor: 'account:3', roles: ['qa'], teams: 'all' };
let keys = 0;
const form = (...more: FormEntries): FormEntries => [
  ['key', `5f0c1c3e-2f4b-4c57-9d0a-${String(++keys).padStart(12, '0')}`],
  ['day', '2026-11-20'],
  ...(more.some(([name]) => name === 'narrative') ? [] : [['narrative', 'It rang.'] as const]),
  ...more,
];

it('agents put what they handled on record, in their team, with people taken out of the words', async () => {
  const entries = form(
    ['agent', 'Ana'],
    ['team', 'Billing'],
    ['narrative', 'Write to mary.jones@example.com'],
  );
  const number = await documentIncident(records, ana, entries, NOW);
  const [row] = await records
    .select({
      source: incident.source,
      teamId: incident.teamId,
      agentId: incident.agentId,
      text: incidentText.narrative,
    })
    .from(incident)
    .innerJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(eq(incident.number, number));
  expect(row).toMatchObject({ teamId: 1, agentId: 1, text: 'Write to [EMAIL-1]' });
  const audited = await records.select().from(auditLog).where(eq(auditLog.action, 'incident_documented'));
  expect(audited).toMatchObject([{ actor: 'account:1', subject: `incident:${number}` }]);
  const later = new Date('2026-11-22T10:07:00Z');
  expect(await documentIncident(records, ana, entries, later)).toBe(number);
  expect(await records.$count(incident)).toBe(1);
});

it('a form with the key of an incident that is there changes nothing of it, whoever sends it', async () => {
  const entries = form(['severity', '2']);
  const number = await documentIncident(records, qi, entries, NOW);
  const other: FormEntries = [...entries.filter(([name]) => name !== 'severity'), ['severity', '5']];
  await expect(documentIncident(records, mia, [...other, ['team', 'Billing']], NOW)).rejects.toThrow(
    Conflict,
  );
  const [row] = await records.select().from(incident).where(eq(incident.number, number));
  expect(row).toMatchObject({ severity: 2, version: 1, teamId: null });
});

it('only where one would see it again: agents as themselves, managers in their teams, others anywhere', async () => {
  const attempt = (viewer: Viewer, ...more: FormEntries) =>
    documentIncident(records, viewer, form(...more), NOW);
  await expect(attempt(ana)).rejects.toThrow(/Choose one of your teams/);
  await expect(attempt(ana, ['agent', 'Ana'], ['team', 'Retail'])).rejects.toThrow(Invalid);
  await expect(attempt(mia, ['team', 'Retail'])).rejects.toThrow(Invalid);
  expect(await attempt(mia, ['team', 'Billing'])).toBeGreaterThan(0);
  expect(await attempt(qi)).toBeGreaterThan(0);
  await expect(attempt({ ...mia, roles: ['trainer'] }, ['team', 'Billing'])).rejects.toThrow(Forbidden);
});

it('everything that is wrong is said at once, at the fields of the form', async () => {
  const entries: FormEntries = [
    ...form(['severity', '7']).filter(([name]) => name !== 'day'),
    ['day', '2026-12-01'],
  ];
  const refused = await documentIncident(records, qi, entries, NOW).catch((error) => error);
  expect(refused.problems).toEqual([{ field: 'severity', message: 'This is above 5.' }]);
  const later = await documentIncident(
    records,
    qi,
    form().filter(([name]) => name !== 'day'),
    NOW,
  ).catch((error) => error);
  expect(later.problems).toEqual([{ field: 'day', message: 'The date is missing.' }]);
});

it('open while no day of closing is given, and reported when it is saved: 90 minutes after 08:30', async () => {
  const stored = async (...more: FormEntries) => {
    const [key, , ...rest] = form(['time', '08:30'], ...more);
    const entries: FormEntries = key ? [key, ['day', '2026-11-22'], ...rest] : [];
    const number = await documentIncident(records, qi, entries, NOW);
    const [row] = await records.select().from(incident).where(eq(incident.number, number));
    return row && { ...row, status: fromCode(STATUSES, row.status) };
  };
  const none = { closedAt: null, stepCount: 0, escalated: null, levelReached: 0 };
  const saved = { reportedAt: NOW, reportedAfterMinutes: 90 };
  expect(await stored(['closedDay', ''])).toMatchObject({ ...none, ...saved, status: 'open' });
  expect(await stored(['closedDay', '2026-11-22'])).toMatchObject({ ...saved, status: 'closed' });
});

it('a form in which nothing but the date stands is refused at the two fields of which one is needed', async () => {
  const before = await records.$count(incident);
  const refused = await documentIncident(records, qi, form(['narrative', '']), NOW).catch((error) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused.problems.map(({ field }: { field: string }) => field)).toEqual(['trigger', 'narrative']);
  expect(await records.$count(incident)).toBe(before);
  const byTrigger = form(['narrative', ''], ['trigger', 'billing_error']);
  expect(await documentIncident(records, qi, byTrigger, NOW)).toBeGreaterThan(0);
});

it('a draft is sealed, comes back to who wrote it, and goes', async () => {
  const entry = {
    name: 'Di',
    email: 'di@example.org',
    password: 'a quiet word at noon',
    roles: ['qa'] as Role[],
  };
  const di: Viewer = { ...qi, actor: `account:${await addAccount(records, entry, NOW)}` };
  const entries = form(['narrative', 'Mary Jones called']);
  await saveFormDraft(records, di, entries, NOW);
  const [row] = await records.select().from(formDraft);
  expect(row?.sealed).not.toContain('Mary');
  const options = { record: records, now: NOW.getTime() };
  expect((await incidentFormReport(di, options)).draft).toMatchObject({ entries, savedAt: '10:00' });
  expect((await incidentFormReport(qi, options)).draft).toBeNull();
  await dropFormDraft(records, di);
  expect((await incidentFormReport(di, options)).draft).toBeNull();
});
