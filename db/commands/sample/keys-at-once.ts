import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { checkKeys } from './check-keys.ts';

/**
 * Does work that only inserts, and looks whether its rows point at something when all of them are in, a foreign key at
 * a time, where the database would look for each row and each key by itself; that takes it longer than all the rest.
 * No less is promised: what the rows point at stays until the transaction ends. Where this role or this database does
 * not allow it, each row is looked at as ever.
 * @param tx a transaction at READ COMMITTED; nothing in it may delete or change what others point at
 * @throws Error with table, key and value where a row points at nothing; the transaction is then to be given up
 */
export async function withKeysAtOnce<T>(tx: Records, work: () => Promise<T>): Promise<T> {
  if (!(await mayCheckAtOnce(tx))) return work();
  await tx.execute(sql`set local session_replication_role to replica`);
  const done = await work();
  await tx.execute(sql`set local session_replication_role to default`);
  await checkKeys(tx);
  return done;
}

/**
 * Whether the database leaves the checks to this role, and nothing else than plain foreign keys would be passed over
 * with them: no trigger and no rule of somebody's own, no key with a meaning or a state that is not looked for here.
 */
async function mayCheckAtOnce(tx: Records): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select has_parameter_privilege('session_replication_role', 'set')
      and current_setting('session_replication_role') = 'origin'
      and current_setting('transaction_isolation') = 'read committed'
      and not exists (select from pg_extension where extname = 'citus')
      and not exists (
        select from pg_rewrite as w join pg_class as r on r.oid = w.ev_class
        where r.relkind in ('r', 'p') and r.relnamespace = 'public'::regnamespace)
      and not exists (
        select from pg_trigger as t
          join pg_class as r on r.oid = t.tgrelid
          left join pg_constraint as c on c.oid = t.tgconstraint
        where r.relnamespace = 'public'::regnamespace and (
          c.contype is distinct from 'f' or t.tgenabled <> 'O' or not c.convalidated or c.confmatchtype <> 's'
          or exists (select from pg_operator as o where o.oid = any(c.conpfeqop) and o.oprname <> '=')))
      as may`);
  return row?.may === true;
}
