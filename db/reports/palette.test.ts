import { beforeAll, describe, expect, it } from 'vitest';
import { insertReport } from '@/db/commands/reports/insert-report.ts';
import { setIncidentAside } from '@/db/commands/set-incident-aside.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { team } from '@/db/schema/organisation.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { savedView } from '@/db/schema/views.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { paletteReport } from './palette.ts';

const { records } = await testDatabase();
const QA: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const NOW = new Date('2024-06-01T12:00:00Z');
let teams: [number, number] = [0, 0];
let numbers: number[] = [];

/** Two teams with an incident each that speaks of a tariff, a pattern and a view each, and a view of one person. */
beforeAll(async () => {
  await makeWorkspace(records);
  const made = await records
    .insert(team)
    .values([{ name: 'Leeds' }, { name: 'Bristol' }])
    .returning({ id: team.teamId });
  teams = made.map(({ id }) => id) as [number, number];
  await makeIncidents(records, [
    { at: '2024-05-01T08:00', trigger: 'billing_error', team: teams[0] },
    { at: '2024-05-02T08:00', trigger: 'service_delay', team: teams[1] },
  ]);
  const rows = await records
    .select({ id: incident.incidentId, number: incident.number })
    .from(incident)
    .orderBy(incident.number);
  numbers = rows.map(({ number }) => number);
  const narrative = 'The tariffs were wrong.';
  await records.insert(incidentText).values(rows.map(({ id }) => ({ incidentId: id, narrative })));
  const kept = { measure: 'incidents', better: 'lower', status: 'watching', keptAt: NOW } as const;
  const by = { ownerAccount: 'test', keptBy: 'test' };
  await records.insert(keptPattern).values([
    { ...kept, ...by, name: 'Tariffs in Leeds', filter: `team=${teams[0]}` },
    { ...kept, ...by, name: 'Tariffs in Bristol', filter: `team=${teams[1]}` },
  ]);
  const view = { page: '/incidents', query: 'channel=phone', madeAt: NOW };
  await records.insert(savedView).values([
    { ...view, name: 'Tariffs, for all', scope: 'all', ownerAccount: 'account:9' },
    { ...view, name: 'Tariffs, of Leeds', scope: 'team', teamId: teams[0], ownerAccount: 'account:9' },
    { ...view, name: 'Tariffs, of Bristol', scope: 'team', teamId: teams[1], ownerAccount: 'account:9' },
    { ...view, name: 'Tariffs, of somebody', scope: 'mine', ownerAccount: 'account:9' },
    { ...view, name: 'Tariffs, on the overview', page: '/', scope: 'all', ownerAccount: 'account:9' },
  ]);
});

const find = async (viewer: Viewer, text: string) => {
  const groups = await paletteReport(viewer, text, { record: records });
  return Object.fromEntries(groups.map(({ label, hits }) => [label, hits.map((hit) => hit.label)]));
};

describe('what the palette finds', () => {
  it('is everything of that name for quality assurance, but no view that is only somebody’s own', async () => {
    expect(await find(QA, 'tariff')).toEqual({
      Views: ['Tariffs, for all', 'Tariffs, of Bristol', 'Tariffs, of Leeds', 'Tariffs, on the overview'],
      'Kept patterns': ['Tariffs in Bristol', 'Tariffs in Leeds'],
      Incidents: [`INC-${numbers[1]} Delay or long wait`, `INC-${numbers[0]} Billing error`],
    });
  });

  it('is of the own team for a manager', async () => {
    const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams[0]] };
    expect(await find(manager, 'tariff')).toEqual({
      Views: ['Tariffs, for all', 'Tariffs, of Leeds', 'Tariffs, on the overview'],
      'Kept patterns': ['Tariffs in Leeds'],
      Incidents: [`INC-${numbers[0]} Billing error`],
    });
    expect(await find(manager, String(numbers[1]))).toEqual({});
  });

  it('is no pattern and no figure for a trainer, and nothing at all without a role', async () => {
    const trainer: Viewer = { actor: 'account:3', roles: ['trainer'], teams: [teams[1]] };
    expect(await find(trainer, 'tariff')).toEqual({
      Views: ['Tariffs, for all', 'Tariffs, of Bristol'],
      Incidents: [`INC-${numbers[1]} Delay or long wait`],
    });
    expect(await find({ actor: 'account:4', roles: [], teams: [] }, 'tariff')).toEqual({});
    expect(await find({ actor: 'account:5', roles: ['admin'], teams: [] }, 'tariff')).toEqual({});
  });

  it('is views and patterns without a text, and no incident', async () => {
    expect(Object.keys(await find(QA, ''))).toEqual(['Views', 'Kept patterns']);
  });

  it('is an incident by its number, and by the beginning of a word that is not written to its end', async () => {
    expect(await find(QA, `INC-${numbers[0]}`)).toEqual({ Incidents: [`INC-${numbers[0]} Billing error`] });
    expect((await find(QA, 'tar')).Incidents).toHaveLength(2);
    expect((await find(QA, 'quarrel')).Incidents).toBeUndefined();
  });

  it('by number also one that is set aside, which says so; in words not', async () => {
    const number = numbers[1] ?? 0;
    await setIncidentAside(records, QA, { number, reason: 'A test call', sameAs: null }, NOW);
    const [group] = await paletteReport(QA, String(number), { record: records });
    expect(group?.hits[0]?.note).toBe('2 May 2024, not an incident');
    expect((await find(QA, 'tariff')).Incidents).toEqual([`INC-${numbers[0]} Billing error`]);
  });

  it('is the overview and the incidents of a team by its name, in scope alone', async () => {
    const notes = async (viewer: Viewer, text: string) => {
      const groups = await paletteReport(viewer, text, { record: records });
      const found = groups.find(({ label }) => label === 'Teams')?.hits ?? [];
      return found.map(({ label, note, href }) => [label, note, href]);
    };
    const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams[0]] };
    const trainer: Viewer = { actor: 'account:3', roles: ['trainer'], teams: [teams[1]] };
    const list = (id: number) => ['Incidents of the team', `/incidents?team=${id}`];
    const page = (id: number) => ['Overview of the team', `/?team=${id}`];
    expect(await notes(QA, 'bristol')).toEqual([
      ['Bristol', ...list(teams[1])],
      ['Bristol', ...page(teams[1])],
    ]);
    expect(await notes(manager, 'leeds')).toHaveLength(2);
    expect(await notes(manager, 'bristol')).toEqual([]);
    expect(await notes(trainer, 'bristol')).toEqual([['Bristol', ...list(teams[1])]]);
    expect(await notes({ actor: 'account:5', roles: ['admin'], teams: [] }, 'leeds')).toEqual([]);
  });

  it('is a report by its id, typed as people type it, for whoever may open it', async () => {
    const wish = { page: 'overview', query: '', format: 'pdf-a4' } as const;
    const { code } = await records.transaction((tx) => insertReport(tx, 'account:2', wish, NOW));
    const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams[0]] };
    const reports = async (viewer: Viewer, text: string) => (await find(viewer, text)).Reports ?? [];
    expect(await reports(manager, ` ${code.toLowerCase().replace('-', '–')} `)).toEqual([`${code} Overview`]);
    expect(await reports(manager, code.slice(0, 6))).toEqual([`${code} Overview`]);
    expect(await reports(QA, code)).toEqual([`${code} Overview`]);
    expect(await reports(QA, code.slice(0, 6))).toEqual([]);
    expect(await reports({ ...manager, actor: 'account:9' }, code)).toEqual([]);
    expect(await reports(manager, code.replace('2024', '2023'))).toEqual([]);
  });

  it('names six of eight, and leads to the list of all eight', async () => {
    const days = Array.from({ length: 8 }, (_, index) => ({
      at: `2024-05-1${index}T08:00`,
      trigger: 'billing_error' as const,
      team: teams[0],
    }));
    await makeIncidents(records, days);
    const rows = await records.select({ id: incident.incidentId, number: incident.number }).from(incident);
    const made = rows.filter(({ number }) => !numbers.includes(number));
    await records
      .insert(incidentText)
      .values(made.map(({ id }) => ({ incidentId: id, narrative: 'The modem whistled.' })))
      .onConflictDoUpdate({ target: incidentText.incidentId, set: { narrative: 'The modem whistled.' } });
    const [group] = await paletteReport(QA, 'the modem', { record: records });
    expect(group?.hits).toHaveLength(7);
    expect(group?.hits.at(-1)).toMatchObject({
      label: 'All 8 that match the modem*',
      href: '/incidents?period=all&q=the+modem*',
    });
  });
});
