import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listRebases } from '@/db/queries/rebases.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { seriesRebase } from '@/db/schema/improvement.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { rebaseSeries } from './rebase-series.ts';
import { undoRebase } from './undo-rebase.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const analyst: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const ofThree: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
const form = { measure: 'incidents', day: '2026-05-04', reason: 'One form in place of four' } as const;
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const days = async (viewer: Viewer, query: string) => {
  const vocabularies = await listVocabularies(records, EVERYBODY);
  const rows = await listRebases(records, viewer, { filters: filters(query), vocabularies });
  return rows.map(({ day }) => day);
};

beforeEach(async () => {
  await records.delete(seriesRebase);
});

it('a series begins anew on a day, whatever the period; undone, it does not, and who did both stays', async () => {
  const rebaseId = await rebaseSeries(records, analyst, filters('period=last-4-weeks&team=3'), form, NOW);
  expect(await days(analyst, 'team=3')).toEqual(['2026-05-04']);
  expect(await days(analyst, '')).toEqual([]);
  await undoRebase(records, { ...analyst, actor: 'account:9' }, rebaseId, NOW);
  expect(await days(analyst, 'team=3')).toEqual([]);
  const [row] = await records.select().from(seriesRebase).where(eq(seriesRebase.rebaseId, rebaseId));
  expect(row).toMatchObject({ madeBy: 'account:1', undoneBy: 'account:9', undoneAt: NOW });
  const entries = await records.select().from(auditLog).orderBy(asc(auditLog.auditId));
  expect(entries.map(({ action }) => action)).toEqual(['series_rebased', 'rebase_undone']);
  expect(JSON.stringify(entries)).not.toContain('form');
});

it('the same day twice is refused, and after it was undone it is not', async () => {
  const rebaseId = await rebaseSeries(records, analyst, filters(''), form, NOW);
  await expect(rebaseSeries(records, analyst, filters(''), form, NOW)).rejects.toThrow(Invalid);
  await undoRebase(records, analyst, rebaseId, NOW);
  await expect(undoRebase(records, analyst, rebaseId, NOW)).rejects.toThrow(Conflict);
  await rebaseSeries(records, analyst, filters(''), form, NOW);
  expect(await days(analyst, '')).toEqual(['2026-05-04']);
});

it('what a manager of team 3 says without a filter is said of team 3, and all who look at it see it', async () => {
  await rebaseSeries(records, ofThree, filters(''), form, NOW);
  expect(await days(ofThree, '')).toEqual(['2026-05-04']);
  expect(await days(analyst, 'team=3')).toEqual(['2026-05-04']);
  expect(await days(analyst, '')).toEqual([]);
});

it('a manager undoes what concerns the own team alone', async () => {
  const whole = await rebaseSeries(records, analyst, filters(''), form, NOW);
  const both = await rebaseSeries(records, analyst, filters('team=3,4'), form, NOW);
  const own = await rebaseSeries(records, analyst, filters('team=3'), form, NOW);
  await expect(undoRebase(records, ofThree, whole, NOW)).rejects.toThrow(NotFound);
  await expect(undoRebase(records, ofThree, both, NOW)).rejects.toThrow(NotFound);
  await expect(undoRebase(records, ofThree, 9999, NOW)).rejects.toThrow(NotFound);
  await undoRebase(records, ofThree, own, NOW);
});

it('without the right, or with no team in sight, nobody re-bases', async () => {
  for (const role of ['agent', 'trainer', 'admin'] as const) {
    const viewer: Viewer = { actor: 'account:3', roles: [role], teams: 'all' };
    await expect(rebaseSeries(records, viewer, filters(''), form, NOW)).rejects.toThrow(Forbidden);
    await expect(undoRebase(records, viewer, 1, NOW)).rejects.toThrow(Forbidden);
  }
  const ofNone = { ...ofThree, teams: [] };
  await expect(rebaseSeries(records, ofNone, filters(''), form, NOW)).rejects.toThrow(Forbidden);
  await expect(rebaseSeries(records, ofThree, filters('team=4'), form, NOW)).rejects.toThrow(Forbidden);
});
