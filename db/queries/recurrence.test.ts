import { beforeAll, describe, expect, test } from 'vitest';
import { recountRepeats } from '@/db/commands/incidents/recount-repeats.ts';
import { makeCustomers, makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { PROMISE_STATES, type RepeatHorizon } from '@/lib/analysis/recurrence/promise-states.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { countFollowUpsByReason, countFollowUpsByTeam } from './follow-ups.ts';
import { countRepeatsByTrigger, countReturns } from './recurrence.ts';

const { records } = await testDatabase();
const AS_OF = { coverageFrom: '2024-01-01', today: '2024-06-01' };
const LAST_DAY = '2024-05-31';
let [north, south] = [0, 0];

beforeAll(async () => {
  const people = await makePeople(records, { North: ['a'], South: ['b'] });
  [north = 0, south = 0] = [...people.values()].map(({ team }) => team);
  const customers = await makeCustomers(records, 3);
  const [ann, bob, eve] = customers.map((customer) => ({ customer, trigger: 'billing_error' }));
  await makeIncidents(records, [
    { ...ann, at: '2024-01-15', team: north },
    { ...ann, at: '2024-02-10', team: north, followUps: [{ due: '2024-02-20', done: '2024-02-19' }] },
    { ...ann, at: '2024-02-25', team: south },
    {
      ...ann,
      at: '2024-05-15',
      team: north,
      followUps: [{ due: '2024-05-20', reason: 'waiting_for_others' }],
    },
    { ...ann, at: '2024-03-01', team: north, trigger: 'unclassified' },
    {
      ...bob,
      at: '2024-03-01T09:00',
      team: north,
      followUps: [{ due: '2024-03-05', done: '2024-03-09', reason: 'no_time' }],
    },
    { ...bob, at: '2024-03-01T15:00', team: north, followUps: [{ due: '2024-06-10' }] },
    { ...bob, at: '2024-05-30', team: south },
    { ...eve, at: '2024-02-15', team: north, trigger: 'service_delay' },
    {
      ...eve,
      at: '2024-02-20',
      team: south,
      followUps: [{ due: '2024-03-01', done: '2024-03-01' }, { due: '2024-04-01' }],
    },
    { at: '2024-03-02', trigger: 'billing_error', team: north, followUps: [{}] },
  ]);
  await recountRepeats(records, customers);
});

const returns = async (query = '', window?: Window, viewer = EVERYBODY) => {
  const rows = await ask(
    records,
    query,
    (snapshot, asked) => countReturns(snapshot, viewer, asked, LAST_DAY),
    window ? { ...AS_OF, window } : AS_OF,
  );
  return rows.map(
    ({ state, days, events, censored }) =>
      `${PROMISE_STATES[state]} ${days}: ${events} back, ${censored} not`,
  );
};

describe('coming back', () => {
  test('8 incidents are followed: 4 back after 0, 15, 80 and 90 days, 4 not seen again for 1, 16, 90 and 90', async () => {
    expect(await returns()).toEqual([
      'none 1: 0 back, 1 not',
      'none 80: 1 back, 0 not',
      'none 90: 0 back, 1 not',
      'kept 15: 1 back, 0 not',
      'broken 0: 1 back, 0 not',
      'broken 16: 0 back, 1 not',
      'broken 90: 0 back, 1 not',
      'pending 90: 1 back, 0 not',
    ]);
  });

  test('a return after the period counts, and one to another team too', async () => {
    expect(await returns('', { from: '2024-02-10', until: '2024-02-11' })).toEqual([
      'kept 15: 1 back, 0 not',
    ]);
    expect(await returns('', undefined, { ...EVERYBODY, teams: [south] })).toEqual([
      'none 1: 0 back, 1 not',
      'none 80: 1 back, 0 not',
      'broken 90: 0 back, 1 not',
    ]);
    expect(await returns('', undefined, { ...EVERYBODY, teams: [] })).toEqual([]);
  });
});

describe('repeats by trigger', () => {
  const repeats = (days: RepeatHorizon) =>
    ask(
      records,
      '',
      async (snapshot, asked, { trigger }) => {
        const rows = await countRepeatsByTrigger(snapshot, EVERYBODY, asked, days);
        return rows.map((row) => {
          const id = trigger.find(({ code }) => code === row.trigger)?.id;
          return `${id} ${row.repeats} of ${row.incidents}, ${row.returning} of ${row.customers} customers`;
        });
      },
      AS_OF,
    );

  test('within 30 days 26, 15 and 0 days are repeats: 3 of 7 by 2 of 3 customers', async () => {
    expect((await repeats(30)).toSorted()).toEqual([
      'billing_error 3 of 7, 2 of 3 customers',
      'service_delay 0 of 1, 0 of 1 customers',
    ]);
  });

  test('within 60 only the 4 from 1 March on can be told, within 90 the 2 from 31 March on', async () => {
    expect((await repeats(60)).toSorted()).toEqual([
      'billing_error 1 of 4, 1 of 2 customers',
      'service_delay 0 of 0, 0 of 0 customers',
    ]);
    expect((await repeats(90)).toSorted()).toEqual([
      'billing_error 2 of 2, 2 of 2 customers',
      'service_delay 0 of 0, 0 of 0 customers',
    ]);
  });
});

describe('follow-ups by team', () => {
  const ledger = (query = '', viewer = EVERYBODY) =>
    ask(records, query, (snapshot, asked) => countFollowUpsByTeam(snapshot, viewer, asked), AS_OF);

  test('north: of 3 due 1 kept and 1 late, 1 broken for a reason, 1 not due yet, 1 without a day; south: 1 of 2 kept', async () => {
    const none = { late: 0, lateWithReason: 0, brokenWithReason: 0, notDueYet: 0, withoutDay: 0 };
    const ofNorth = { team: north, due: 3, kept: 1, late: 1, lateWithReason: 1, brokenWithReason: 1 };
    expect(await ledger()).toEqual([
      { ...ofNorth, notDueYet: 1, withoutDay: 1, incidents: 3 },
      { ...none, team: south, due: 2, kept: 1, incidents: 1 },
    ]);
  });

  test('by reason: 1 broken without one (0), 1 late for lack of time (2), 1 broken by somebody outside (4)', async () => {
    const reasons = await ask(
      records,
      '',
      (snapshot, asked) => countFollowUpsByReason(snapshot, EVERYBODY, asked),
      AS_OF,
    );
    expect(reasons).toEqual([
      { reason: 0, late: 0, broken: 1 },
      { reason: 2, late: 1, broken: 0 },
      { reason: 4, late: 0, broken: 1 },
    ]);
  });

  test('a filter by trigger and the scope of a viewer hold', async () => {
    expect(await ledger('trigger=service_delay')).toEqual([]);
    const rows = await ledger('', { ...EVERYBODY, teams: [south] });
    expect(rows.map(({ team }) => team)).toEqual([south]);
  });
});
