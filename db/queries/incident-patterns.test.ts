import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Asked } from '@/db/where.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { countByDimension, countIncidents, findCoverage } from './incident-counts.ts';
import {
  countByFlow,
  countByTrigger,
  countByTriggerAndOutcome,
  countByWeekdayAndHour,
} from './incident-patterns.ts';
import { listVocabularies } from './vocabularies.ts';

const { records } = await testDatabase();
const scoped = await testDatabase();

beforeAll(() => makeIncidents(records, SMALL_RECORD));

const count = (query: string, window?: Window) =>
  ask(
    records,
    query,
    (snapshot, asked) => countIncidents(snapshot, EVERYBODY, asked),
    window ? { window } : {},
  );

/** Rows with the labels of their codes, in a fixed order. */
const labelled = <Row extends { count: number }>(
  query: string,
  question: (snapshot: Snapshot, asked: Asked) => Promise<Row[]>,
  dimensions: Readonly<Record<string, DimensionId>>,
) =>
  ask(records, query, async (snapshot, asked, vocabularies) => {
    const rows = await question(snapshot, asked);
    const names = rows.map((row) =>
      Object.entries(dimensions)
        .map(([key, dimension]) => {
          const term = vocabularies[dimension as DimensionId].find(
            ({ code }) => code === row[key as keyof Row],
          );
          return term?.id ?? 'none';
        })
        .concat(String(row.count))
        .join(' '),
    );
    return names.sort();
  });

describe('counts by trigger and outcome', () => {
  test('two ties of two, one technical, one unclassified: 2 + 2 + 1 + 1 = 6', async () => {
    const rows = await labelled('', (snapshot, asked) => countByTrigger(snapshot, EVERYBODY, asked), {
      trigger: 'trigger',
    });
    expect(rows).toEqual(['billing_error 2', 'service_delay 2', 'technical_issue 1', 'unclassified 1']);
  });

  test('each incident has one cell of trigger × outcome', async () => {
    const rows = await labelled(
      '',
      (snapshot, asked) => countByTriggerAndOutcome(snapshot, EVERYBODY, asked),
      {
        trigger: 'trigger',
        outcome: 'outcome',
      },
    );
    expect(rows).toEqual([
      'billing_error resolved 1',
      'billing_error unresolved 1',
      'service_delay follow_up_pending 1',
      'service_delay resolved_with_compensation 1',
      'technical_issue customer_lost 1',
      'unclassified unknown 1',
    ]);
  });

  test('the flow keeps the bounce as a path of its own, and the unknown path', async () => {
    const rows = await labelled('', (snapshot, asked) => countByFlow(snapshot, EVERYBODY, asked), {
      trigger: 'trigger',
      path: 'path',
    });
    expect(rows).toEqual([
      'billing_error frontline 1',
      'billing_error frontline~supervisor 1',
      'service_delay frontline~technical~frontline 1',
      'service_delay technical 1',
      'technical_issue unknown 1',
      'unclassified unknown 1',
    ]);
  });

  test('a weekday is counted with its hour; the date without a time has a weekday and no hour', async () => {
    const rows = await ask(records, '', (snapshot, asked) =>
      countByWeekdayAndHour(snapshot, EVERYBODY, asked),
    );
    const sorted = rows.map(({ weekday, hour, count }) => [weekday, hour, count].join(' ')).sort();
    expect(sorted).toEqual(['1  1', '1 9 1', '3 9 1', '4 23 1', '7 2 2']);
  });
});

describe('filters', () => {
  test.each([
    ['', 6],
    ['trigger=billing_error', 2],
    ['trigger.not=billing_error', 4],
    ['trigger=billing_error,service_delay', 4],
    ['trigger=billing_error&outcome=resolved', 1],
    ['trigger=unclassified', 1],
    ['level=technical', 2],
    ['level=unknown', 2],
    ['path=frontline~technical~frontline', 1],
    ['path.not=unknown', 4],
    ['weekday=7', 2],
    ['hour=2', 2],
    ['hour=unknown', 1],
    ['hour.not=unknown', 5],
    ['hour.not=2', 4],
    ['hour=unknown,9', 3],
    ['hour.not=unknown,9', 3],
    ['team=unknown', 6],
    ['measure=escalation_rate', 4],
    ['measure=resolution_rate', 4],
    ['measure=time_to_close', 3],
    ['measure=de_escalation_rate&trigger=service_delay', 1],
  ])('%s leaves %i of 6', async (query, expected) => {
    expect(await count(query)).toBe(expected);
  });

  test('a window holds its first day and not its last: 29 February alone is 1, to 11 March 0 more, with it 1 more', async () => {
    expect(await count('', { from: '2024-02-29', until: '2024-03-01' })).toBe(1);
    expect(await count('', { from: '2024-03-01', until: '2024-03-11' })).toBe(0);
    expect(await count('', { from: '2024-03-01', until: '2024-03-12' })).toBe(1);
  });

  test('coverage runs from the first day to the day after the last, before any filter', async () => {
    const coverage = await ask(records, '', (snapshot) => findCoverage(snapshot, EVERYBODY));
    expect(coverage).toEqual({ from: '2024-02-26', until: '2024-03-18' });
  });

  test('options are counted by their codes', async () => {
    const rows = await labelled(
      '',
      (snapshot, asked) => countByDimension(snapshot, EVERYBODY, asked, 'level'),
      {
        code: 'level',
      },
    );
    expect(rows).toEqual(['frontline 1', 'supervisor 1', 'technical 2', 'unknown 2']);
  });
});

describe('scope', () => {
  test('a viewer of no team sees nothing, whatever the filter', async () => {
    const outsider = { ...EVERYBODY, teams: [] };
    const seen = await ask(records, '', (snapshot, asked) => countIncidents(snapshot, outsider, asked));
    expect(seen).toBe(0);
  });

  test('a viewer of another team does not see incidents without a team', async () => {
    const colleague = { ...EVERYBODY, teams: [42] };
    expect(await ask(records, '', (snapshot, asked) => countIncidents(snapshot, colleague, asked))).toBe(0);
    expect(await ask(records, '', (snapshot) => findCoverage(snapshot, colleague))).toBeNull();
  });

  test('of two teams with 1 and 2 incidents a viewer of the first sees 1 and its name, also when asking for the other', async () => {
    const [first, second] = await scoped.sql`
      insert into team (name) values ('Billing north'), ('Billing south') returning team_id`;
    const [north, south] = [Number(first?.team_id), Number(second?.team_id)];
    await makeIncidents(scoped.records, [
      { at: '2024-01-01', team: north },
      { at: '2024-01-02', team: south },
      { at: '2024-01-03', team: south },
    ]);
    const viewer = { ...EVERYBODY, teams: [north] };
    const seen = (query: string) =>
      ask(scoped.records, query, (snapshot, asked) => countIncidents(snapshot, viewer, asked));
    expect([await seen(''), await seen(`team=${south}`), await seen(`team.not=${north}`)]).toEqual([1, 0, 0]);
    const { team } = await listVocabularies(scoped.records, viewer);
    expect(team.map(({ label }) => label)).toEqual(['Billing north', 'Team not known']);
  });
});
