import { expect, it } from 'vitest';
import { seriesRebase } from '@/db/schema/improvement.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { listRebases } from './rebases.ts';

const { records } = await testDatabase();
const made = { reason: 'One form in place of four', madeBy: 'account:1', madeAt: new Date(0) };
const undone = { undoneBy: 'account:1', undoneAt: new Date(1) };
await records.insert(seriesRebase).values([
  { ...made, measure: 'incidents', scope: '', day: '2026-05-04' },
  { ...made, measure: 'incidents', scope: '', day: '2026-02-02' },
  { ...made, measure: 'incidents', scope: '', day: '2026-03-02', ...undone },
  { ...made, measure: 'escalation_rate', scope: '', day: '2026-01-05' },
  { ...made, measure: 'incidents', scope: 'team=3', day: '2026-06-01' },
]);

const everybody: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const days = async (viewer: Viewer, query: string) => {
  const filters = parseFilters(new URLSearchParams(query));
  return (await listRebases(records, viewer, 'incidents', filters)).map(({ day }) => day);
};

it('a series has its own days in order, without those undone, whatever the period', async () => {
  expect(await days(everybody, '')).toEqual(['2026-02-02', '2026-05-04']);
  expect(await days(everybody, 'period=last-4-weeks&compare=none')).toEqual(['2026-02-02', '2026-05-04']);
});

it('another filter is another series', async () => {
  expect(await days(everybody, 'team=3')).toEqual(['2026-06-01']);
  expect(await days(everybody, 'trigger=service_delay')).toEqual([]);
});

it('who sees team 3 only finds what was said of team 3, and nothing of the whole', async () => {
  const ofThree: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
  expect(await days(ofThree, '')).toEqual(['2026-06-01']);
  expect(await days({ ...ofThree, teams: [] }, '')).toEqual([]);
});
