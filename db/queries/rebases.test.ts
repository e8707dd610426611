import { expect, it } from 'vitest';
import { mergeTerm } from '@/db/commands/merge-term.ts';
import { separateTerm } from '@/db/commands/separate-term.ts';
import { seriesRebase } from '@/db/schema/improvement.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { listRebases } from './rebases.ts';
import { listVocabularies } from './vocabularies.ts';

const { records } = await testDatabase();
const made = { reason: 'One form in place of four', madeBy: 'account:1', madeAt: new Date(0) };
const undone = { undoneBy: 'account:1', undoneAt: new Date(1) };
await records.insert(seriesRebase).values([
  { ...made, measure: 'incidents', scope: '', day: '2026-05-04' },
  { ...made, measure: 'incidents', scope: '', day: '2026-02-02' },
  { ...made, measure: 'incidents', scope: '', day: '2026-03-02', ...undone },
  { ...made, measure: 'escalation_rate', scope: '', day: '2026-01-05' },
  { ...made, measure: 'incidents', scope: 'team=3', day: '2026-06-01' },
  { ...made, measure: 'incidents', scope: 'trigger=product_failure', day: '2026-07-06' },
  { ...made, measure: 'incidents', scope: 'trigger=technical_issue', day: '2026-08-03' },
  { ...made, measure: 'incidents', scope: 'trigger=product_failure&team=3', day: '2026-09-07' },
]);

const everybody: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const days = async (viewer: Viewer, query: string) => {
  const filters = parseFilters(new URLSearchParams(query));
  const vocabularies = await listVocabularies(records, EVERYBODY);
  const rows = await listRebases(records, viewer, { filters, vocabularies });
  return rows.filter(({ measure }) => measure === 'incidents').map(({ day }) => day);
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

it('what was said of a value holds for the one that it is merged into, and is its own again once that is undone', async () => {
  const merge = { set: 'trigger', id: 'product_failure' } as const;
  await mergeTerm(records, EVERYBODY, { ...merge, version: 1, into: 'technical_issue' }, new Date(2));
  expect(await days(everybody, 'trigger=technical_issue')).toEqual(['2026-07-06', '2026-08-03']);
  expect(await days(everybody, 'trigger=technical_issue&team=3')).toEqual(['2026-09-07']);
  expect(await days(everybody, 'trigger=billing_error')).toEqual([]);
  expect(await days(everybody, '')).toEqual(['2026-02-02', '2026-05-04']);
  await separateTerm(records, EVERYBODY, { ...merge, version: 2 }, new Date(3));
  expect(await days(everybody, 'trigger=technical_issue')).toEqual(['2026-08-03']);
  expect(await days(everybody, 'trigger=product_failure')).toEqual(['2026-07-06']);
});
