import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { homeWithCluster, killServer } from '@/db/testing/scratch-home.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { startEmbedded } from './embedded.ts';
import { openRecords } from './records.ts';
import { isUnavailable } from './unavailable.ts';

const { records, sql: client } = await testDatabase();
const sources = async (like: string) =>
  (await client`select id from source where id like ${like} order by id`).map(({ id }) => id);
const add = (id: string) => sql`insert into source (id, label) values (${id}, 'Test')`;

test('what a transaction does is saved together, and its result handed on', async () => {
  const result = await records.transaction(async (transaction) => {
    await transaction.execute(add('kept-1'));
    await transaction.execute(add('kept-2'));
    return 'done';
  });
  expect(result).toBe('done');
  expect(await sources('kept-%')).toEqual(['kept-1', 'kept-2']);
});

test('an error leaves nothing of it, and reaches the caller as it was thrown', async () => {
  const error = new Error('changed my mind');
  const failing = records.transaction(async (transaction) => {
    await transaction.execute(add('dropped-1'));
    throw error;
  });
  await expect(failing).rejects.toBe(error);
  expect(await sources('dropped-%')).toEqual([]);
});

test('a statement that failed and whose error was caught cannot end in a transaction that seems saved', async () => {
  const failing = records.transaction(async (transaction) => {
    await transaction.execute(add('half-1'));
    await transaction.execute(sql`select no_such_column`).catch(() => {});
  });
  await expect(failing).rejects.toThrow(
    'A statement of the transaction had failed, so nothing of it was saved.',
  );
  expect(await sources('half-%')).toEqual([]);
});

test('a transaction inside a transaction is undone by itself', async () => {
  await records.transaction(async (outer) => {
    await outer.execute(add('nested-1'));
    const inner = outer.transaction(async (transaction) => {
      await transaction.execute(add('nested-2'));
      throw new Error('only this');
    });
    await expect(inner).rejects.toThrow('only this');
    await outer.transaction((transaction) => transaction.execute(add('nested-3')));
  });
  expect(await sources('nested-%')).toEqual(['nested-1', 'nested-3']);
});

test('instants are read inside a transaction as they are outside', async () => {
  const question = sql`select timestamptz '2026-11-03 12:00+00' as at`;
  const [outside] = await records.execute(question);
  const [inside] = await records.transaction((transaction) => transaction.execute(question));
  expect(inside).toEqual(outside);
});

test('of 40 transactions at once all are done, each on its own, though 15 connections do them', async () => {
  const each = Array.from({ length: 40 }, (_, index) =>
    records.transaction(async (transaction) => {
      await transaction.execute(add(`many-${index}`));
      const [row] = await transaction.execute(
        sql`select count(*)::int as own from source where xmin::text = pg_current_xact_id()::text`,
      );
      return row?.own;
    }),
  );
  expect(await Promise.all(each)).toEqual(Array(40).fill(1));
  expect(await sources('many-%')).toHaveLength(40);
});

test('statements that were still waiting when the connection was lost are not carried out by another one', async () => {
  const lost = records.transaction(async (transaction) => {
    const [row] = await transaction.execute(sql`select pg_backend_pid() as pid`);
    const statements = [sql`select pg_sleep(10)`, add('stray-1'), add('stray-2')].map((statement) =>
      transaction.execute(statement).catch((error) => isUnavailable(error)),
    );
    await client`select pg_terminate_backend(${Number(row?.pid)})`;
    expect(await Promise.all(statements)).toEqual([true, true, true]);
    await transaction.execute(add('stray-3'));
  });
  expect(isUnavailable(await lost.catch((error) => error))).toBe(true);
  expect(await sources('stray-%')).toEqual([]);
});

test('a connection that was lost while no transaction used it is not given to the next one', async () => {
  const pidOf = () =>
    records.transaction(async (transaction) => {
      const [row] = await transaction.execute(sql`select pg_backend_pid() as pid`);
      return Number(row?.pid);
    });
  const lost = await pidOf();
  await client`select pg_terminate_backend(${lost})`;
  await vi.waitFor(async () =>
    expect(await client`select 1 from pg_stat_activity where pid = ${lost}`).toHaveLength(0),
  );
  // The end of a connection reaches the program a moment after the server has forgotten it.
  await vi.waitFor(async () => expect(await pidOf()).not.toBe(lost));
});

test('through four crashes of the server every transaction is whole or not there, and none that was confirmed is missing', async () => {
  const home = await homeWithCluster();
  const embedded = await startEmbedded(home, { say: () => {} });
  onTestFinished(async () => {
    await embedded.leave();
  });
  const opened = await openRecords(
    { home, databaseUrl: embedded.appUrl, databaseDirectUrl: embedded.ownerUrl },
    () => {},
  );
  onTestFinished(() => opened.close());
  const owner = await openRecords(
    { home, databaseUrl: embedded.ownerUrl, databaseDirectUrl: null },
    () => {},
  );
  await owner.sql`create table pair (run int, part int)`;
  await owner.sql`grant all on pair to lookback_app`;
  await owner.close();

  const confirmed: number[] = [];
  const failures: unknown[] = [];
  let crashes = 0;
  let runs = 0;
  const write = async () => {
    while (crashes < 4 || confirmed.length === 0) {
      runs += 1;
      const run = runs;
      await opened.records
        .transaction(async (transaction) => {
          const parts = [1, 2].map((part) =>
            transaction.execute(sql`insert into pair values (${run}, ${part})`),
          );
          await Promise.all(parts);
        })
        .then(() => confirmed.push(run))
        .catch((error) => failures.push(error));
    }
  };
  const crash = async () => {
    for (; crashes < 4; crashes += 1) {
      const before = confirmed.length;
      await vi.waitFor(() => expect(confirmed.length).toBeGreaterThan(before + 20), 10_000);
      await killServer(home);
    }
  };
  await Promise.all([crash(), ...Array.from({ length: 4 }, write)]);

  await vi.waitFor(() => opened.check(), 10_000);
  const rows = await opened.sql<{ run: number; parts: number }[]>`
    select run, count(*)::int as parts from pair group by run`;
  expect(rows.filter(({ parts }) => parts !== 2)).toEqual([]);
  const there = new Set(rows.map(({ run }) => run));
  expect(confirmed.filter((run) => !there.has(run))).toEqual([]);
  expect(failures.filter((error) => !isUnavailable(error))).toEqual([]);
});

test('closing while a transaction is open lets it finish and leaves no connection behind', async () => {
  const other = await testDatabase();
  let finish = () => {};
  const held = new Promise<void>((done) => {
    finish = done;
  });
  const running = other.records.transaction(async (transaction) => {
    await transaction.execute(sql`set local application_name = 'left behind'`);
    await held;
    return 'finished';
  });
  await vi.waitFor(async () => expect(await connectionsNamed('left behind')).toBe(1));
  await other.close();
  finish();
  expect(await running).toBe('finished');
  await vi.waitFor(async () => expect(await connectionsOf(other.appUrl)).toBe(0));
});

const connectionsNamed = async (name: string) =>
  (await client`select 1 from pg_stat_activity where application_name = ${name}`).length;
const connectionsOf = async (url: string) =>
  (await client`select 1 from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)}`).length;
