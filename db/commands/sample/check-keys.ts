import { type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';

/**
 * Looks at each foreign key of the schema whether what this transaction has written points at something, and holds that
 * until the transaction ends, as the key itself would. Each key takes one pass over the rows.
 * @throws Error for the first key that is broken, with its table, one value and how many rows
 */
export async function checkKeys(tx: Records): Promise<void> {
  const keys = await listKeys(tx);
  // Tables that have just been filled look small to the planner, which would go through one for each row of the other.
  await tx.execute(sql`set local enable_nestloop to off`);
  for (const key of keys) await hold(tx, key);
  for (const key of keys) await refuseBroken(tx, key);
  await tx.execute(sql`set local enable_nestloop to default`);
}

interface ForeignKey {
  name: string;
  from: string;
  to: string;
  /** Columns of `from` and, in the same order, of `to`. */
  columns: readonly { from: string; to: string }[];
}

async function listKeys(tx: Records): Promise<ForeignKey[]> {
  const rows = await tx.execute<{
    name: string;
    from: string;
    to: string;
    columns: ForeignKey['columns'];
  }>(sql`
    select c.conname as "name", f.relname as "from", t.relname as "to",
      (select jsonb_agg(jsonb_build_object('from', a.attname, 'to', b.attname) order by k.place)
        from unnest(c.conkey, c.confkey) with ordinality as k (own, other, place)
          join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.own
          join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = k.other) as "columns"
    from pg_constraint as c join pg_class as f on f.oid = c.conrelid join pg_class as t on t.oid = c.confrelid
    where c.contype = 'f' and c.convalidated and c.connamespace = 'public'::regnamespace
    order by f.relname, c.conname`);
  return [...rows];
}

/**
 * Holds what is pointed at and was not written here, so that nobody takes it away before this transaction ends. Comes
 * before the look whether it is there: what somebody is taking away at this moment is gone then.
 */
async function hold(tx: Records, key: ForeignKey): Promise<void> {
  await tx.execute(sql`
    with others as materialized (select exists (select from ${table(key.to)} as t where ${IS_OLD}) as "there"),
    used as materialized (
      select distinct ${list(key, ({ from }) => sql`f.${column(from)}`)} from ${table(key.from)} as f
      where ${IS_NEW} and (select "there" from others)),
    held as materialized (
      select from ${table(key.to)} as t
      where ${IS_OLD} and exists (select from used as f where ${pointsAt(key)}) for key share of t)
    select count(*) from held`);
}

async function refuseBroken(tx: Records, key: ForeignKey): Promise<void> {
  const [row] = await tx.execute(sql`
    select count(*)::integer as "rows", min(concat_ws(', ', ${list(key, ({ from }) => sql`f.${column(from)}`)})) as "value"
    from ${table(key.from)} as f
    where ${IS_NEW} and ${every(key, ({ from }) => sql`f.${column(from)} is not null`)}
      and not exists (select from ${table(key.to)} as t where ${pointsAt(key)})`);
  const rows = Number(row?.rows);
  if (rows === 0) return;
  const columns = key.columns.map(({ from }) => from).join(', ');
  throw new Error(
    `${rows === 1 ? 'One row' : `${rows} rows`} of ${key.from} would point at nothing in ${key.to}, such as ` +
      `${columns} = ${row?.value} (foreign key ${key.name}). Nothing was kept.`,
  );
}

/** Also what younger transactions have written, whose keys hold in any case; a part of this one has its own number. */
const IS_NEW = sql`age(f.xmin) <= age(pg_current_xact_id()::xid)`;
const IS_OLD = sql`t.xmin <> pg_current_xact_id()::xid`;

const table = (name: string) => sql`public.${sql.identifier(name)}`;
const column = (name: string) => sql.identifier(name);

const pointsAt = (key: ForeignKey) => every(key, ({ from, to }) => sql`t.${column(to)} = f.${column(from)}`);

function list(key: ForeignKey, of: (pair: ForeignKey['columns'][number]) => SQL): SQL {
  return sql.join(key.columns.map(of), sql`, `);
}

function every(key: ForeignKey, of: (pair: ForeignKey['columns'][number]) => SQL): SQL {
  return sql.join(key.columns.map(of), sql` and `);
}
