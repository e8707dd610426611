import { beforeAll, describe, expect, test } from 'vitest';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Combination } from '@/lib/analysis/pattern-scan/combinations.ts';
import { countCells } from './pattern-cells.ts';
import { countByContacts } from './pattern-contacts.ts';
import { countOverlaps } from './pattern-overlaps.ts';
import { countWeeksByValue, countWeeksOfPattern } from './pattern-weeks.ts';

const { records } = await testDatabase();
const MARCH = { from: '2024-03-01', until: '2024-04-01' };
const FEBRUARY = { from: '2024-02-01', until: '2024-03-01' };
let team = 0;

/** Seven in March and three in February: billing errors by phone, but for two. */
const billing = { trigger: 'billing_error', channel: 'phone' } as const;
const RECORD: MadeIncident[] = [
  { at: '2024-03-04T09:30', ...billing, path: ['frontline', 'supervisor'], outcome: 'unresolved' },
  { at: '2024-03-05T09:30', ...billing, path: ['frontline'], outcome: 'resolved' },
  { at: '2024-03-12T14:00', ...billing, outcome: 'customer_lost' },
  { at: '2024-03-13', ...billing, path: ['frontline', 'supervisor'], outcome: 'follow_up_pending' },
  { at: '2024-03-14T09:00', trigger: 'billing_error', channel: 'chat', path: ['frontline'] },
  { at: '2024-03-15T09:00', trigger: 'billing_error', outcome: 'resolved' },
  { at: '2024-03-18T10:00', trigger: 'service_delay', channel: 'phone', outcome: 'disengaged_safely' },
  { at: '2024-02-05T09:00', ...billing },
  { at: '2024-02-06T09:00', ...billing, path: ['frontline', 'supervisor'], outcome: 'unresolved' },
  { at: '2024-02-07T09:00', trigger: 'service_delay', channel: 'chat' },
];

beforeAll(async () => {
  const people = await makePeople(records, { North: ['A'] });
  team = people.get('A')?.team ?? 0;
  await makeIncidents(
    records,
    RECORD.map((one) => ({ ...one, team })),
  );
  await makeVolumes(records, [
    { day: '2024-03-04', team, channel: 'phone', contacts: 100 },
    { day: '2024-03-05', team, channel: 'phone', contacts: 80 },
    { day: '2024-03-12', team, channel: 'phone', contacts: 50 },
    { day: '2024-02-05', team, channel: 'phone', contacts: 60 },
  ]);
});

const DIMENSIONS = ['trigger', 'channel'] as const;
const BLOCK = { dimensions: DIMENSIONS, sets: [['trigger'], ['channel'], ['trigger', 'channel']] } as const;

/** Cells with ids in place of codes: "billing_error phone: 4 now, 2 before". */
function cells(least: number, compared: boolean) {
  return ask(
    records,
    '',
    async (snapshot, asked, vocabularies) => {
      const other = compared ? { ...asked, window: FEBRUARY } : null;
      const found = await countCells(snapshot, EVERYBODY, asked, other, [BLOCK], least);
      return found.map(({ combination, ...counts }) => [
        combination
          .map(({ dimension, code }) => vocabularies[dimension].find((term) => term.code === code)?.id)
          .join(' '),
        counts,
      ]);
    },
    { window: MARCH },
  );
}

describe('counts of combinations', () => {
  test('four billing errors by phone now and two before: three with a path, two escalated; three settled, two badly', async () => {
    const found = new Map((await cells(1, true)) as [string, unknown][]);
    expect(found.get('billing_error phone')).toEqual({
      incidents: 4,
      before: 2,
      known: 3,
      escalated: 2,
      settled: 3,
      bad: 2,
    });
    expect(found.get('billing_error')).toMatchObject({
      incidents: 6,
      before: 2,
      known: 4,
      settled: 4,
      bad: 2,
    });
    expect(found.get('phone')).toMatchObject({ incidents: 5, before: 2, settled: 4 });
    expect([...found.keys()].toSorted()).toEqual([
      'billing_error',
      'billing_error chat',
      'billing_error phone',
      'chat',
      'phone',
      'service_delay',
      'service_delay chat',
      'service_delay phone',
    ]);
  });

  test('what is not known is no value, and what has fewer than six in both windows together is left out', async () => {
    expect((await cells(6, true)).map(([name]) => name)).toEqual([
      'billing_error phone',
      'billing_error',
      'phone',
    ]);
  });

  test('without a comparison only the period counts', async () => {
    expect(new Map((await cells(1, false)) as [string, { before: number }][]).get('phone')?.before).toBe(0);
    expect((await cells(5, false)).map(([name]) => name)).toEqual(['billing_error', 'phone']);
  });
});

const phone = (code: number): Combination => [{ dimension: 'channel', code }];

test('weeks of a value and of a pattern: two in the week from 4 March, then two and one by phone', async () => {
  const rows = await ask(
    records,
    '',
    async (snapshot, asked, { channel }) => {
      const code = channel.find(({ id }) => id === 'phone')?.code ?? 0;
      const values = await countWeeksByValue(snapshot, EVERYBODY, asked, 'channel');
      return {
        value: values.find((value) => value.code === code)?.weeks,
        pattern: await countWeeksOfPattern(snapshot, EVERYBODY, asked, phone(code)),
        everything: await countWeeksOfPattern(snapshot, EVERYBODY, asked, []),
      };
    },
    { window: MARCH },
  );
  const weeks = [
    { start: '2024-03-04', incidents: 2, known: 2, escalated: 1, settled: 2, bad: 1 },
    { start: '2024-03-11', incidents: 2, known: 1, escalated: 1, settled: 1, bad: 1 },
    { start: '2024-03-18', incidents: 1, known: 0, escalated: 0, settled: 1, bad: 0 },
  ];
  expect(rows.value).toEqual(weeks);
  expect(rows.pattern).toEqual(weeks);
  expect(rows.everything.map(({ incidents }) => incidents)).toEqual([2, 4, 1]);
});

test('of billing errors and phone, four have both, two only the first, one only the second', async () => {
  const groups = await ask(
    records,
    '',
    (snapshot, asked, { channel, trigger }) => {
      const codeOf = (terms: typeof channel, id: string) => terms.find((term) => term.id === id)?.code ?? 0;
      const patterns = [
        [{ dimension: 'trigger' as const, code: codeOf(trigger, 'billing_error') }],
        phone(codeOf(channel, 'phone')),
      ];
      return countOverlaps(snapshot, EVERYBODY, asked, patterns);
    },
    { window: MARCH },
  );
  expect(groups.map(({ members, incidents, bad }) => [members, incidents, bad])).toEqual([
    [[0], 2, 0],
    [[1], 1, 0],
    [[0, 1], 4, 2],
  ]);
});

test('contacts by team, channel and weekday, with the incidents of the same days alone', async () => {
  const found = await ask(records, '', (snapshot, asked) => countByContacts(snapshot, EVERYBODY, asked), {
    window: MARCH,
  });
  // Monday the 4th; Tuesdays the 5th and the 12th. Wednesday the 13th has an incident and no contacts.
  expect(found.map(({ weekday, incidents, contacts }) => [weekday, incidents, contacts])).toEqual([
    [1, 1, 100],
    [2, 2, 130],
  ]);
});
