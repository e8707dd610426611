import { beforeAll, describe, expect, it } from 'vitest';
import { mergeTerm } from '@/db/commands/merge-term.ts';
import { retireTerm } from '@/db/commands/retire-term.ts';
import { separateTerm } from '@/db/commands/separate-term.ts';
import { seriesRebase, signalReview } from '@/db/schema/improvement.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { savedView } from '@/db/schema/views.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { taxonomyReport, vocabularyReport } from './taxonomy.ts';
import { termReport } from './term.ts';
import { volumesOfDayReport } from './volumes.ts';

const { records } = await testDatabase();
const admin: Viewer = { actor: 'account:admin', roles: ['admin'], teams: [] };
const NOW = new Date('2026-11-03T12:00:00Z');
const options = { record: records };
const steps = (...levels: string[]) => ({ path: levels, steps: levels.map((level) => ({ level })) });

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, [
    { at: '2024-02-01', trigger: 'service_delay', ...steps('frontline', 'supervisor') },
    { at: '2024-03-31', trigger: 'service_delay', ...steps('frontline', 'supervisor', 'technical') },
    { at: '2025-12-31', trigger: 'service_delay', cause: 'defect', ...steps('frontline') },
    { at: '2025-12-31', trigger: 'billing_error', ...steps('technical', 'supervisor', 'technical') },
    { at: '2026-01-01', trigger: 'billing_error', channel: 'chat' },
  ]);
  const by = { madeBy: 'test', madeAt: NOW };
  const kept = {
    measure: 'incidents',
    better: 'lower',
    ownerAccount: 'test',
    keptBy: 'test',
    keptAt: NOW,
  } as const;
  await records.insert(keptPattern).values([
    { ...kept, name: 'Waits', filter: 'trigger=service_delay', status: 'watching' },
    { ...kept, name: 'Bills', filter: 'trigger=billing_error', status: 'watching' },
    { ...kept, name: 'By supervisors', filter: 'path=frontline~supervisor', status: 'watching' },
  ]);
  const view = { name: 'Mine', page: '/', ownerAccount: 'account:x', scope: 'own', madeAt: NOW };
  await records.insert(savedView).values({ ...view, query: 'trigger.not=service_delay&channel=chat' });
  const rebase = { measure: 'incidents', day: '2026-01-05', reason: 'New desk', ...by };
  await records.insert(seriesRebase).values([
    { ...rebase, scope: 'trigger=service_delay' },
    { ...rebase, scope: 'trigger=service_delay', undoneAt: NOW, undoneBy: 'test' },
  ]);
  const muted = { kind: 'muted' as const, scope: '', reason: 'known', ...by };
  await records.insert(signalReview).values({ ...muted, key: 'incidents:trigger:service_delay' });
  const teams = await makeTeams(records, 'North');
  const contacts = { teamId: teams.North, channel: 3, contacts: 4 };
  await records.insert(contactVolume).values([
    { ...contacts, day: '2026-01-01' },
    { ...contacts, day: '2026-01-02' },
  ]);
});

const report = (set: Parameters<typeof termReport>[1]['set'], id: string, asked = {}) =>
  termReport(admin, { set, id }, asked, options);

describe('where a value is used', () => {
  it('is told by year and quarter: 2 in the first of 2024, 1 in the last of 2025', async () => {
    const { incidents, years } = await report('trigger', 'service_delay');
    expect(incidents).toBe(3);
    expect(years).toEqual([
      { year: 2025, quarters: [0, 0, 0, 1], total: 1 },
      { year: 2024, quarters: [2, 0, 0, 0], total: 2 },
    ]);
  });

  it('names what people have made: filters that say it, but not those undone or of others', async () => {
    const { pointers } = await report('trigger', 'service_delay');
    expect(pointers.map(({ words }) => words)).toEqual([
      '1\u00a0kept pattern (Waits)',
      '1\u00a0saved view',
      '1\u00a0chart with limits that begin anew',
      '1\u00a0signal that was acknowledged or muted',
      '1\u00a0import mapping (CFPB consumer complaints)',
    ]);
  });

  it('is a path for a level, days of contacts for a channel, a finished review for a root cause', async () => {
    const words = async (...asked: [Parameters<typeof report>[0], string]) =>
      (await report(...asked)).pointers.map((each) => each.words);
    expect(await words('level', 'supervisor')).toContain('1\u00a0kept pattern (By supervisors)');
    expect(await words('channel', 'chat')).toContain('2\u00a0days of contacts');
    expect(await report('root_cause', 'defect')).toMatchObject({ incidents: 1, pointers: [] });
  });

  it('is not told of what is not there', async () => {
    await expect(report('trigger', 'nothing')).rejects.toThrow(NotFound);
  });
});

describe('a preview', () => {
  it('of a merge says how many the other has before and after, and changes nothing', async () => {
    const { preview } = await report('trigger', 'service_delay', { into: 'billing_error' });
    expect(preview).toMatchObject({ kind: 'merge', into: { id: 'billing_error' }, before: 2, after: 5 });
    expect((await taxonomyReport(admin, { page: 1 }, options)).version).toBe(1);
  });

  it('of merged levels counts an incident that was at both once, and tells of paths: 3 of 3 change', async () => {
    const { preview } = await report('level', 'supervisor', { into: 'technical' });
    expect(preview).toMatchObject({ before: 2, after: 3 });
    expect(preview?.paths).toEqual({
      changed: 3,
      escalated: { before: 3, after: 3 },
      bounced: { before: 1, after: 0 },
    });
  });

  it('of another rank tells how many are escalated then: 2 instead of 3', async () => {
    const { preview } = await report('level', 'supervisor', { rank: '1' });
    expect(preview).toMatchObject({ kind: 'rank', rank: 1, paths: { escalated: { before: 3, after: 2 } } });
  });

  it.each([{ into: 'service_delay' }, { into: 'unclassified' }, { into: 'nothing' }, { rank: '2' }])(
    'is not given of %o for a trigger',
    async (asked) => {
      expect((await report('trigger', 'service_delay', asked)).preview).toBeNull();
    },
  );
});

it('what is merged or retired is counted apart, stands last, and is a version with its author', async () => {
  const named = { set: 'trigger', id: 'complex_process', version: 1 } as const;
  await mergeTerm(records, admin, { ...named, into: 'service_delay' }, NOW);
  await retireTerm(records, admin, { ...named, id: 'dispute_legal', retired: true }, NOW);
  const { version, sets, versions } = await taxonomyReport(admin, { page: 9 }, options);
  expect(version).toBe(3);
  expect(sets.find(({ set }) => set === 'trigger')).toMatchObject({ inUse: 10, retired: 1, merged: 1 });
  expect(versions.map(({ words, by, breakOn }) => [words, by, breakOn])).toEqual([
    ['Trigger “Dispute or legal matter” retired', 'account:admin', null],
    ['Trigger “Complex process” merged into “Delay or long wait”', 'account:admin', null],
  ]);
  const { terms, groups } = await vocabularyReport(admin, 'trigger', { page: 1 }, options);
  expect(terms.slice(-3).map(({ id, into }) => [id, into?.id ?? null])).toEqual([
    ['unclassified', null],
    ['dispute_legal', null],
    ['complex_process', 'service_delay'],
  ]);
  expect(terms.find(({ id }) => id === 'service_delay')?.incidents).toBe(3);
  expect(groups).toContain('money');
  expect((await report('trigger', 'service_delay')).merged.map(({ id }) => id)).toEqual(['complex_process']);
  await separateTerm(records, admin, { ...named, version: 2 }, NOW);
});

it('a channel in use no more is on the form of a day only where it has contacts, since these count', async () => {
  const chat = { set: 'channel', id: 'chat', version: 1 } as const;
  const labels = async (day: string) =>
    (await volumesOfDayReport(admin, { day, teamId: 1 }, options)).cells.map(({ label }) => label);
  expect(await labels('2026-01-01')).toContain('Chat');
  await mergeTerm(records, admin, { ...chat, into: 'web' }, NOW);
  expect(await labels('2026-01-01')).toContain('Chat (not in use)');
  expect((await labels('2026-01-05')).filter((label) => label.startsWith('Chat'))).toEqual([]);
  await separateTerm(records, admin, { ...chat, version: 2 }, NOW);
});
