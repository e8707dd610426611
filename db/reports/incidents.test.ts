import { beforeAll, describe, expect, it } from 'vitest';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { team, workspace } from '@/db/schema/organisation.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { DEFAULT_LIST, type ListState } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { incidentsReport } from './incidents.ts';

const { records } = await testDatabase();
const NOW = Date.parse('2024-06-30T12:00:00Z');
const qa: Viewer = { actor: 'test', roles: ['qa'], teams: 'all' };
const ask = (query: string, list: Partial<ListState> = {}, viewer = qa) =>
  incidentsReport(
    viewer,
    parseFilters(new URLSearchParams(query)),
    { ...DEFAULT_LIST, ...list },
    { record: records, now: NOW },
  );

/** 120 incidents, one an hour from 1 to 5 March 2024; every third by phone, every fourth of unknown trigger. */
const TRIGGERS = ['technical_issue', 'billing_error', 'service_delay'];
const many = (teams: number[]) =>
  Array.from({ length: 120 }, (_, index) => ({
    at: new Date(Date.UTC(2024, 2, 1, index)).toISOString().slice(0, 16),
    ...(index % 4 === 3 ? {} : { trigger: TRIGGERS[index % 4] ?? '' }),
    ...(index % 3 === 0 ? { channel: 'phone' } : {}),
    ...(index % 2 === 0 ? { path: index % 10 === 0 ? ['frontline', 'supervisor'] : ['frontline'] } : {}),
    ...(index < 30 ? { team: teams[index % 2] } : {}),
    ...(index < 10 ? { minutesToClose: (index + 1) * 10 } : {}),
  }));
let teams: number[] = [];

beforeAll(async () => {
  await seedTaxonomies(records);
  await records.insert(workspace).values({
    name: 'Test',
    timeZone: 'UTC',
    country: 'GB',
    currency: 'GBP',
    madeAt: new Date(0),
  });
  const made = await records
    .insert(team)
    .values([{ name: 'Leeds' }, { name: 'Bristol' }])
    .returning({ id: team.teamId });
  teams = made.map(({ id }) => id);
  await makeIncidents(records, many(teams));
});

describe('the list of incidents', () => {
  it('shows the first 50 of 120, the newest first, as the heading counts them', async () => {
    const report = await ask('period=all');
    expect(report.heading).toMatchObject({ shown: 120, all: 120 });
    expect(report.page).toMatchObject({ before: 0, previous: null });
    expect(report.rows).toHaveLength(50);
    expect(report.rows[0]).toMatchObject({ day: '5 Mar 2024', clock: '23:00', trigger: 'Unclassified' });
  });

  it('sorts triggers by name: 30 billing errors, then delays; the 30 unclassified come last both ways', async () => {
    const triggers = async (descending: boolean, place: 'first' | 'last') =>
      (await ask('period=all', { sort: 'trigger', descending, place })).rows.map((row) => row.trigger);
    const first = await triggers(false, 'first');
    expect(first.slice(0, 30)).toEqual(Array(30).fill('Billing error'));
    expect(first.slice(30)).toEqual(Array(20).fill('Delay or long wait'));
    expect((await triggers(true, 'first'))[0]).toBe('Technical issue');
    expect((await triggers(true, 'last')).at(-1)).toBe('Unclassified');
    expect((await triggers(false, 'last')).at(-1)).toBe('Unclassified');
  });

  it('sorts equal ones newest first', async () => {
    const { rows } = await ask('period=all', { sort: 'trigger', descending: false });
    expect(rows.slice(0, 2).map(({ day, clock }) => `${day} ${clock}`)).toEqual([
      '5 Mar 2024 21:00',
      '5 Mar 2024 17:00',
    ]);
  });

  it('sorts by time to close, the 110 that are not known last both ways', async () => {
    const longest = await ask('period=all', { sort: 'close', descending: true });
    expect(longest.rows.slice(0, 2).map((row) => row.close)).toEqual([
      '1\u00a0h\u00a040',
      '1\u00a0h\u00a030',
    ]);
    expect(longest.rows[10]?.close).toBeNull();
    const shortest = await ask('period=all', { sort: 'close', descending: false });
    expect(shortest.rows[0]?.close).toBe('10\u00a0min');
  });

  it('counts and lists the same under filters: 40 by phone, 10 of them unclassified', async () => {
    const byPhone = await ask('period=all&channel=phone');
    expect([byPhone.heading.shown, byPhone.rows.length]).toEqual([40, 40]);
    const unclassified = await ask('period=all&channel=phone&trigger=unclassified');
    expect([unclassified.heading.shown, unclassified.rows.length]).toEqual([10, 10]);
  });

  it('counts and lists the same in a period: 24 on 2 March, from 00:00 to 23:00', async () => {
    const { heading, rows } = await ask('period=2024-03-02..2024-03-02');
    expect(heading.shown).toBe(24);
    expect([rows[0]?.clock, rows.at(-1)?.clock]).toEqual(['23:00', '00:00']);
  });

  it('opens the denominator of a rate and marks its numerator: 12 of the 60 with a path went further', async () => {
    const report = await ask('period=all&measure=escalation_rate');
    expect(report.heading.shown).toBe(60);
    expect(report.measure).toMatchObject({ numerator: { count: 12, words: 'escalated' } });
    const second = await ask('period=all&measure=escalation_rate', { place: report.page.next ?? 'first' });
    const rows = [...report.rows, ...second.rows];
    expect(rows.filter((row) => row.marked)).toHaveLength(12);
    expect(
      rows.filter((row) => row.marked).every((row) => row.path?.words === 'Frontline › Supervisor'),
    ).toBe(true);
  });

  it('marks nothing without a measure', async () => {
    const report = await ask('period=all');
    expect(report.measure).toBeNull();
    expect(report.rows.some((row) => row.marked)).toBe(false);
  });

  it('gives the last page as those of 120 that pages of 50 leave: 20', async () => {
    const report = await ask('period=all', { place: 'last' });
    expect([report.page.before, report.rows.length, report.page.next]).toEqual([100, 20, null]);
  });

  it('leaves columns away in which nothing is known', async () => {
    expect((await ask('period=all')).columns).toEqual(['channel', 'team', 'path', 'close']);
  });

  it('shows a viewer the incidents of their teams only, in count and in rows: 15 of Leeds, none of no team', async () => {
    const leeds = await ask('period=all', {}, { ...qa, teams: teams.slice(0, 1) });
    expect([leeds.heading.shown, leeds.heading.all, leeds.rows.length]).toEqual([15, 15, 15]);
    expect(new Set(leeds.rows.map((row) => row.team))).toEqual(new Set(['Leeds']));
    const nobody = await ask('period=all', {}, { ...qa, teams: [] });
    expect([nobody.heading.all, nobody.rows.length]).toEqual([0, 0]);
  });

  it('says which filter emptied it: without the channel there would be 120', async () => {
    const { rows, advice } = await ask('period=all&channel=email');
    expect(rows).toEqual([]);
    expect(advice?.drops[0]).toMatchObject({ count: 120, query: 'period=all' });
  });
});
