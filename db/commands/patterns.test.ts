import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { countByFactor } from '@/db/queries/factors.ts';
import {
  findKeptPattern,
  listKeptPatterns,
  listLinkedNumbers,
  listPatternFactors,
  listPatternNotes,
  listWhys,
} from '@/db/queries/patterns.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incidentFactor } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Invalid, NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { addPatternNote } from './add-pattern-note.ts';
import { changePattern } from './change-pattern.ts';
import { keepPattern } from './keep-pattern.ts';
import { linkIncident } from './link-incident.ts';
import { removeFactor } from './remove-factor.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';
import { setFactor } from './set-factor.ts';
import { unlinkIncident } from './unlink-incident.ts';
import { writeWhys } from './write-whys.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const entry = { name: 'Refunds take too long', measure: 'incidents', better: 'lower' } as const;
let qa: Viewer = { actor: 'account:nobody', roles: ['qa'], teams: 'all' };
let patternId = 0;
const at = (version: number) => ({ patternId, version });
const found = async (viewer = qa) => findKeptPattern(records, viewer, patternId);

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  const { id } = await makeAccount(records, ['qa']);
  qa = { ...qa, actor: `account:${id}` };
  await makeIncidents(records, [
    { at: '2024-05-01', trigger: 'billing_error' },
    { at: '2024-05-02', trigger: 'billing_error' },
    { at: '2024-05-03' },
  ]);
});

beforeEach(async () => {
  await records.delete(keptPattern);
  patternId = await keepPattern(records, qa, filters('trigger=billing_error&period=this-year'), entry, NOW);
});

it('a finding is kept by its filter without the period, watched and owned by whoever kept it', async () => {
  expect(await found()).toMatchObject({
    name: 'Refunds take too long',
    filter: 'trigger=billing_error',
    measure: 'incidents',
    better: 'lower',
    ownerAccount: qa.actor,
    status: 'watching',
    version: 1,
  });
  const again = keepPattern(records, qa, filters('trigger=billing_error'), entry, NOW);
  await expect(again).rejects.toThrow(Conflict);
  const other = { ...entry, measure: 'csat', better: 'lower' } as const;
  const second = await keepPattern(records, qa, filters('trigger=billing_error'), other, NOW);
  expect((await listKeptPatterns(records, qa)).map((one) => [one.patternId, one.better])).toEqual([
    [second, 'higher'],
    [patternId, 'lower'],
  ]);
});

it('a manager of team 3 finds what is kept of team 3 alone', async () => {
  const ofThree = await keepPattern(records, qa, filters('team=3'), entry, NOW);
  const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
  expect((await listKeptPatterns(records, manager)).map((one) => one.patternId)).toEqual([ofThree]);
  expect(await found(manager)).toBeNull();
  const note = addPatternNote(records, { ...qa, teams: [3] }, { patternId, text: 'Seen.' }, NOW);
  await expect(note).rejects.toThrow(NotFound);
});

it('it is resolved on the day on which it is first called so, and the history says what changed', async () => {
  const said = { name: entry.name, owner: qa.actor, status: 'resolved' } as const;
  await changePattern(records, qa, at(1), said, NOW);
  await changePattern(records, qa, at(2), { ...said, name: 'Slow refunds' }, new Date('2026-12-01'));
  expect(await found()).toMatchObject({ resolvedOn: '2026-11-22', version: 3 });
  const notes = await listPatternNotes(records, patternId);
  expect(notes.map(({ kind, text }) => [kind, text])).toEqual([
    ['change', 'Was named “Refunds take too long”.'],
    ['change', 'Watching › resolved.'],
    ['change', 'Kept.'],
  ]);
  await changePattern(records, qa, at(3), { ...said, status: 'acting' }, NOW);
  expect((await found())?.resolvedOn).toBeNull();
});

it('of two who change the same state the second is told, and nothing of it is saved', async () => {
  const said = { name: 'Mine', owner: qa.actor, status: 'acting' } as const;
  await changePattern(records, qa, at(1), said, NOW);
  await expect(changePattern(records, qa, at(1), { ...said, name: 'Yours' }, NOW)).rejects.toThrow(Conflict);
  await expect(writeWhys(records, qa, at(1), [], NOW)).rejects.toThrow(Conflict);
  expect((await found())?.name).toBe('Mine');
});

it('an owner is somebody who sees figures: an administrator is refused at the field', async () => {
  const { id } = await makeAccount(records, ['admin']);
  const said = { name: 'Mine', owner: `account:${id}`, status: 'acting' } as const;
  await expect(changePattern(records, qa, at(1), said, NOW)).rejects.toThrow(Invalid);
  expect((await found())?.name).toBe(entry.name);
});

it('whys are written anew as a whole, and what they were stays in the history', async () => {
  const first = { question: 'Why late?', answer: 'Nobody owns it.', evidence: '12 of 20 coded' };
  await writeWhys(records, qa, at(1), [first], NOW);
  await writeWhys(records, qa, at(2), [first, { ...first, question: 'Why nobody?', evidence: null }], NOW);
  expect(await listWhys(records, patternId)).toEqual([
    first,
    { question: 'Why nobody?', answer: 'Nobody owns it.', evidence: null },
  ]);
  const [latest] = await listPatternNotes(records, patternId);
  expect(latest?.text).toBe('Whys written anew. They were:\n1. Why late? Nobody owns it. 12 of 20 coded');
});

it('what staff write of customers is redacted in names, notes, whys and the fishbone', async () => {
  const words = 'Call 0161 496 0774';
  await changePattern(records, qa, at(1), { name: words, owner: qa.actor, status: 'acting' }, NOW);
  await addPatternNote(records, qa, { patternId, text: words }, NOW);
  await writeWhys(records, qa, at(2), [{ question: words, answer: words, evidence: words }], NOW);
  await setFactor(records, qa, at(3), { category: 'people', text: words }, NOW);
  const safe = 'Call [PHONE-1]';
  const why = { question: safe, answer: safe, evidence: safe };
  expect((await found())?.name).toBe(safe);
  expect(await listWhys(records, patternId)).toEqual([why]);
  expect(await listPatternFactors(records, patternId)).toMatchObject([{ text: safe }]);
  const notes = await listPatternNotes(records, patternId);
  expect(notes.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual([safe]);
  // Hashes and ids hold any digits; what was said is in the details alone.
  const details = (await records.select().from(auditLog)).map(({ detail }) => detail);
  expect(JSON.stringify(details)).not.toMatch(/0161|Call/);
});

it('an incident is linked once by its number and taken away again; one that is not there is refused', async () => {
  const [one] = await records
    .select({ number: incident.number })
    .from(incident)
    .orderBy(asc(incident.number));
  const number = one?.number ?? 0;
  await linkIncident(records, qa, { patternId, incident: number }, NOW);
  await linkIncident(records, qa, { patternId, incident: number }, NOW);
  expect(await listLinkedNumbers(records, qa, patternId)).toEqual([number]);
  expect(await listLinkedNumbers(records, { ...qa, teams: [99] }, patternId)).toEqual([]);
  await unlinkIncident(records, qa, { patternId, incident: number }, NOW);
  expect(await listLinkedNumbers(records, qa, patternId)).toEqual([]);
  await expect(linkIncident(records, qa, { patternId, incident: 2_000_000 }, NOW)).rejects.toThrow(Invalid);
});

it('a coded factor is said in other words, said again, and shown as it is coded when that is taken back', async () => {
  const coded = { rootCause: 5, isLeftOut: false };
  await setFactor(records, qa, at(1), { category: 'process', text: 'Step skipped', coded }, NOW);
  const out = { category: 'process', text: 'Step skipped', coded: { ...coded, isLeftOut: true } } as const;
  await setFactor(records, qa, at(2), out, NOW);
  const [only, ...others] = await listPatternFactors(records, patternId);
  expect([only?.isLeftOut, others]).toEqual([true, []]);
  await removeFactor(records, qa, at(3), only?.factorId ?? 0, NOW);
  expect(await listPatternFactors(records, patternId)).toEqual([]);
  await expect(removeFactor(records, qa, at(4), only?.factorId ?? 0, NOW)).rejects.toThrow(NotFound);
  const strange = { category: 'place', text: 'x', coded: { rootCause: 999, isLeftOut: false } } as const;
  await expect(setFactor(records, qa, at(4), strange, NOW)).rejects.toThrow(NotFound);
  expect((await found())?.version).toBe(4);
});

it('of 3 incidents 2 are coded, with 3 factors: a missed step in 2, a defect in 1', async () => {
  const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
  const [one, other] = rows.map(({ incidentId }) => incidentId);
  if (!one || !other) throw new Error('the record holds three incidents');
  await records.insert(incidentFactor).values([
    { incidentId: one, rootCause: 5 },
    { incidentId: one, rootCause: 8 },
    { incidentId: other, rootCause: 5 },
  ]);
  expect(await countByFactor(records, qa, EVERYTHING)).toEqual({
    factors: [
      { rootCause: 5, label: 'Step missed', group: 'process', count: 2 },
      { rootCause: 8, label: 'Defect', group: 'product', count: 1 },
    ],
    coded: 2,
  });
  expect(await countByFactor(records, { ...qa, teams: [99] }, EVERYTHING)).toEqual({ factors: [], coded: 0 });
});

it('each change leaves a row in the audit log, with ids and no words', async () => {
  await addPatternNote(records, qa, { patternId, text: 'Asked billing.' }, NOW);
  const rows = await records
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.subject, `pattern:${patternId}`))
    .orderBy(asc(auditLog.auditId));
  expect(rows).toEqual([
    { action: 'pattern_kept', detail: { filter: 'trigger=billing_error', measure: 'incidents' } },
    { action: 'pattern_note_added', detail: {} },
  ]);
});
