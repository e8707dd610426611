import { beforeAll, expect, it } from 'vitest';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { shareLesson } from '@/db/commands/share-lesson.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { incidentsReport } from './incidents.ts';
import { lessonReport, newLessonReport } from './lesson.ts';
import { lessonsReport } from './lessons.ts';

const { records } = await testDatabase();
const NOW = Date.parse('2026-07-06T12:00:00Z');
const options = { record: records, now: NOW };
const trainer: Viewer = { actor: 'account:t', roles: ['trainer'], teams: 'all' };
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const QUERY = 'period=2026-05-01..2026-06-30&trigger=billing_error&technique=paraphrasing~effective';
let teams = { orders: 0, billing: 0 };

/** So many incidents in a month, of which the first so many became calmer. */
const month = (at: string, count: number, calmer: number, more: object) =>
  Array.from({ length: count }, (_, index) => ({
    at,
    intensity: [4, index < calmer ? 2 : 4] as [number, number],
    ...more,
  }));

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  const people = await makePeople(records, { Orders: ['Ana'], Billing: ['Dan'] });
  teams = { orders: people.get('Ana')?.team ?? 0, billing: people.get('Dan')?.team ?? 0 };
  const said = { trigger: 'billing_error', techniques: { paraphrasing: 'effective' as const } };
  await makeIncidents(records, [
    ...month('2026-05-10', 20, 15, { ...said, team: teams.orders }),
    ...month('2026-06-10', 30, 10, { trigger: 'service_delay', team: teams.billing }),
    ...month('2026-06-11', 10, 5, { trigger: 'billing_error', team: teams.orders }),
    ...month('2025-06-11', 9, 9, { ...said, team: teams.orders }),
    { at: '2026-07-05' },
  ]);
});

it('15 of 20 calmer with it, 15 of 40 without: the evidence is what the list of the same address counts', async () => {
  const report = await newLessonReport(trainer, filters(QUERY), 'de_escalation_rate', options);
  expect(report.figures).toEqual({
    numerator: 15,
    denominator: 20,
    otherNumerator: 15,
    otherDenominator: 40,
  });
  expect([report.trigger, report.choices.askOn]).toEqual([1, '2027-01-04']);
  const address = filters(`${report.address}&measure=de_escalation_rate`);
  const { heading } = await incidentsReport(trainer, address, DEFAULT_LIST, options);
  expect(heading.shown).toBe(20);
});

it('a lesson asks from its day on, and says what its incidents say by the last 26 weeks', async () => {
  const found = await newLessonReport(trainer, filters(QUERY), 'de_escalation_rate', options);
  const entry = {
    title: 'Say it back',
    trigger: 1,
    issue: 'They feel unheard.',
    resolution: 'Say back what was said.',
    techniques: [],
    teams: [teams.orders],
    askOn: '2026-07-06',
  };
  const evidence = {
    address: found.address ?? '',
    measure: 'de_escalation_rate',
    figures: found.figures,
  } as const;
  const at = { now: new Date(NOW), today: '2026-06-30' };
  const lessonId = await shareLesson(records, trainer, entry, evidence, at);
  const shown = await lessonReport(trainer, lessonId, options);
  expect([shown.asks, shown.evidence.verdict, shown.now?.figures.denominator]).toEqual([
    true,
    'stands_out',
    20,
  ]);
  const early = await lessonReport(trainer, lessonId, { ...options, now: NOW - 86_400_000 });
  expect(early.asks).toBe(false);
  const bound = { ...trainer, teams: [teams.orders] };
  expect((await lessonReport(bound, lessonId, options)).now).toBeNull();
});

it('issues stand by how common they are, with those nobody has a lesson for', async () => {
  const report = await lessonsReport(trainer, { words: '', technique: null }, options);
  expect(report.groups.map(({ trigger, incidents }) => [trigger.id, incidents])).toEqual([
    ['billing_error', 30],
  ]);
  expect(report.unanswered).toEqual([{ id: 'service_delay', label: 'Delay or long wait', incidents: 30 }]);
  const agent: Viewer = { actor: 'account:a', roles: ['agent'], teams: [], agents: [1] };
  const own = await lessonsReport(agent, { words: 'unheard', technique: null }, options);
  expect([own.found, own.groups[0]?.incidents, own.mayShare]).toEqual([1, null, false]);
});
