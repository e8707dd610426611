import { asc } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listSignalReviews } from '@/db/queries/signal-reviews.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { signalReview } from '@/db/schema/improvement.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { mergeTerm } from './merge-term.ts';
import { reviewSignal } from './review-signal.ts';
import { separateTerm } from './separate-term.ts';
import { undoSignalReview } from './undo-signal-review.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const manager: Viewer = { actor: 'account:1', roles: ['manager'], teams: 'all' };
const ofThree: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const seen = { kind: 'acknowledged', key: 'incidents|beyond|up|2026-11-09' } as const;
const muted = { kind: 'muted', key: 'incidents', reason: 'known rush', until: '2026-12-01' } as const;
const reviews = async (viewer: Viewer, query: string, today: string) => {
  const vocabularies = await listVocabularies(records, EVERYBODY);
  return listSignalReviews(records, viewer, { filters: filters(query), vocabularies }, today);
};
const kinds = async (viewer: Viewer, query: string, today = '2026-11-22') =>
  (await reviews(viewer, query, today)).map(({ kind }) => kind);

beforeEach(async () => {
  await records.delete(signalReview);
});

it('what was said holds for all who look at the same incidents, whatever the period, until it is undone', async () => {
  const id = await reviewSignal(records, manager, filters('period=last-4-weeks'), seen, NOW);
  expect(await kinds(manager, '')).toEqual(['acknowledged']);
  expect(await kinds(manager, 'channel=chat')).toEqual([]);
  await undoSignalReview(records, manager, id, NOW);
  expect(await kinds(manager, '')).toEqual([]);
  await expect(undoSignalReview(records, manager, id, NOW)).rejects.toThrow(Conflict);
  const entries = await records.select().from(auditLog).orderBy(asc(auditLog.auditId));
  expect(entries.slice(-2).map(({ action }) => action)).toEqual([
    'signal_acknowledged',
    'signal_review_undone',
  ]);
});

it('a series is muted up to the day before the one given, and cannot be muted twice', async () => {
  await reviewSignal(records, manager, filters(''), muted, NOW);
  expect(await kinds(manager, '', '2026-11-30')).toEqual(['muted']);
  expect(await kinds(manager, '', '2026-12-01')).toEqual([]);
  await expect(reviewSignal(records, manager, filters(''), muted, NOW)).rejects.toThrow(Conflict);
});

it('a manager of team 3 speaks of team 3 and cannot take back what was said of the whole', async () => {
  await reviewSignal(records, ofThree, filters(''), seen, NOW);
  expect(await kinds(manager, '')).toEqual([]);
  expect(await kinds(manager, 'team=3')).toEqual(['acknowledged']);
  const ofAll = await reviewSignal(records, manager, filters(''), seen, NOW);
  await expect(undoSignalReview(records, ofThree, ofAll, NOW)).rejects.toThrow(NotFound);
});

it('an analyst and an agent may not', async () => {
  for (const role of ['qa', 'agent', 'trainer'] as const) {
    const viewer: Viewer = { ...manager, roles: [role] };
    await expect(reviewSignal(records, viewer, filters(''), seen, NOW)).rejects.toThrow(Forbidden);
    await expect(undoSignalReview(records, viewer, 1, NOW)).rejects.toThrow(Forbidden);
  }
});

it('a muted value stays muted as the one that it is merged into, by its filter and by its name, until that is undone', async () => {
  const ofTrigger = { ...muted, key: 'incidents:trigger:product_failure' };
  await reviewSignal(records, manager, filters(''), ofTrigger, NOW);
  await reviewSignal(records, manager, filters('trigger=product_failure'), muted, NOW);
  const keys = async (query: string) => (await reviews(manager, query, '2026-11-22')).map(({ key }) => key);
  const merge = { set: 'trigger', id: 'product_failure' } as const;
  await mergeTerm(records, EVERYBODY, { ...merge, version: 1, into: 'technical_issue' }, NOW);
  expect(await keys('')).toEqual(['incidents:trigger:technical_issue']);
  expect(await keys('trigger=technical_issue')).toEqual(['incidents']);
  await separateTerm(records, EVERYBODY, { ...merge, version: 2 }, NOW);
  expect(await keys('')).toEqual(['incidents:trigger:product_failure']);
  expect(await keys('trigger=technical_issue')).toEqual([]);
});
