import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, expect, it } from 'vitest';
import { connectOnce } from '@/db/connect.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent, event, eventTeam, team } from '@/db/schema/organisation.ts';
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from '@/db/sql-state.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { withKeysAtOnce } from './keys-at-once.ts';

const opened = await testDatabase();
const { records } = opened;
const owner = drizzle(connectOnce(opened.ownerUrl, 'test'));
afterAll(() => owner.$client.end());

const modeOf = async (tx: Records) => (await tx.execute(sql`show session_replication_role`))[0];
const ROW_BY_ROW = { session_replication_role: 'origin' };
const AT_ONCE = { session_replication_role: 'replica' };
const modeWithin = (on: typeof owner) =>
  on.transaction((tx) => withKeysAtOnce(tx, async () => [await modeOf(tx)]));

let names = 0;
async function makeTeam(): Promise<number> {
  names += 1;
  const [made] = await records
    .insert(team)
    .values({ name: `Team ${names}` })
    .returning();
  return made?.teamId ?? Number.NaN;
}

it('rows are looked at at once by whom the server allows that, and only inside the work', async () => {
  const modes = await owner.transaction(async (tx) => {
    const within = await withKeysAtOnce(tx, () => modeOf(tx));
    return { within, afterwards: await modeOf(tx) };
  });
  expect(modes).toEqual({ within: AT_ONCE, afterwards: ROW_BY_ROW });
  expect(await modeWithin(records as typeof owner)).toEqual([ROW_BY_ROW]);
});

it.each([
  [
    'a trigger',
    sql`create function nothing() returns trigger language plpgsql as 'begin return new; end';
      create trigger probe before insert on incident_cue for each row execute function nothing()`,
    sql`drop trigger probe on incident_cue`,
  ],
  [
    'a rule',
    sql`create rule probe as on insert to incident_cue where new.cue = 99 do instead nothing`,
    sql`drop rule probe on incident_cue`,
  ],
  [
    'a unique key that is looked at late',
    sql`alter table event_team add constraint probe unique (event_id, team_id) deferrable initially deferred`,
    sql`alter table event_team drop constraint probe`,
  ],
  [
    'a key that was never looked at whole',
    sql`alter table review add constraint probe foreign key (seq) references trigger (code) not valid`,
    sql`alter table review drop constraint probe`,
  ],
])('%s of somebody’s own is not passed over: then each row is looked at', async (_, add, remove) => {
  await owner.execute(add);
  expect(await modeWithin(owner)).toEqual([ROW_BY_ROW]);
  await owner.execute(remove);
  expect(await modeWithin(owner)).toEqual([AT_ONCE]);
});

it('rows that point at nothing fail the transaction, named by table, columns and value; rows that point nowhere do not', async () => {
  const teamId = await makeTeam();
  const write = (teams: (number | null)[]) =>
    owner.transaction((tx) =>
      withKeysAtOnce(tx, async () => {
        await tx
          .insert(agent)
          .values(teams.map((one, place) => ({ reference: `${teams}/${place}`, teamId: one })));
      }),
    );
  await expect(write([teamId, -7, null, -7])).rejects.toThrow(
    /^2 rows of agent would point at nothing in team, such as team_id = -7 \(foreign key \w+\)\. Nothing was kept\.$/,
  );
  await expect(write([-8, teamId])).rejects.toThrow(/^One row of agent .* team_id = -8 /);
  expect(await records.select().from(agent)).toEqual([]);
  await write([teamId, null]);
  expect(await records.select({ teamId: agent.teamId }).from(agent)).toEqual([{ teamId }, { teamId: null }]);
});

it('rows written after a savepoint are looked at as well', async () => {
  const writing = owner.transaction((tx) =>
    withKeysAtOnce(tx, () =>
      tx.transaction((inner) => inner.insert(agent).values({ reference: 'x', teamId: -9 })),
    ),
  );
  await expect(writing).rejects.toThrow('such as team_id = -9');
});

it('what the rows point at cannot be taken away until the transaction ends, and then is pointed at', async () => {
  const teamId = await makeTeam();
  const remove = () =>
    records.transaction(async (tx) => {
      await tx.execute(sql`set local lock_timeout to '50ms'`);
      await tx.delete(team).where(eq(team.teamId, teamId));
    });
  const meanwhile = await owner.transaction(async (tx) => {
    await withKeysAtOnce(tx, () => tx.insert(agent).values({ reference: 'held', teamId }));
    return remove().then(() => null, sqlStateOf);
  });
  expect(meanwhile).toBe(LOCK_NOT_AVAILABLE);
  expect(await remove().then(() => null, sqlStateOf)).toBe(FOREIGN_KEY_VIOLATION);
});

const LOCK_NOT_AVAILABLE = '55P03';

it('what somebody is taking away meanwhile is waited for, and then points at nothing', async () => {
  const teamId = await makeTeam();
  const [made] = await records
    .insert(event)
    .values({ day: '2026-11-03', kind: 'outage', label: 'x' })
    .returning();
  const eventId = made?.eventId ?? Number.NaN;
  const writing = await records.transaction(async (tx) => {
    await tx.delete(team).where(eq(team.teamId, teamId));
    const refused = owner
      .transaction((inner) =>
        withKeysAtOnce(inner, () => inner.insert(eventTeam).values({ eventId, teamId })),
      )
      .then(
        () => 'written',
        (error: Error) => error.message,
      );
    await someoneWaits();
    return { refused };
  });
  expect(await writing.refused).toMatch(
    `One row of event_team would point at nothing in team, such as team_id = ${teamId} `,
  );
});

async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await records.execute(sql`
      select count(*)::integer as "waiting" from pg_locks as l join pg_stat_activity as a using (pid)
      where not l.granted and a.datname = current_database()`);
    if (row?.waiting === 1) return;
  }
}
