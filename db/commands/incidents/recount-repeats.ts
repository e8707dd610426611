import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';

/**
 * Works out anew, for all incidents of these customers, how many days lie between each and the customer's last one
 * with the same trigger: by occurred time, then number, of any source. A merged trigger is its target; unclassified
 * is no trigger. What was set aside comes before none and is not counted itself.
 * @returns the ids of the incidents in which it changed
 */
export async function recountRepeats(tx: Records, customerIds: readonly number[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const ids = sql`${sql.param([...customerIds].map(String))}::text[]`;
  await tx.execute(BY_INDEX);
  const changed = await tx.execute(sql`
    update ${incident} as i set days_since_previous = o.days
    from (
      select m.incident_id, case when m.trigger <> 0 and m.previous_on is not null
        then greatest(0, m.occurred_on - m.previous_on) end as days
      from (
        select n.incident_id, n.trigger, n.occurred_on, lag(n.occurred_on) over (
          partition by n.customer_id, n.trigger order by n.occurred_at, n.number) as previous_on
        from (
          select c.incident_id, c.customer_id, c.number, c.occurred_at, c.occurred_on,
            coalesce(t.merged_into, c.trigger) as trigger
          from ${incident} as c join ${trigger} as t on t.code = c.trigger
          where c.standing = 0 and c.customer_id in (select unnest(${ids})::integer)
        ) as n
      ) as m
    ) as o
    where i.incident_id = o.incident_id and i.days_since_previous is distinct from o.days
    returning i.incident_id`);
  await tx.execute(AS_BEFORE);
  return changed.map((row) => String(row.incident_id));
}

// Of a table that is being filled the planner has no statistics, and would read all of it for each batch.
const BY_INDEX = sql`set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`;
const AS_BEFORE = sql`set local enable_seqscan to default; set local enable_hashjoin to default;
  set local enable_mergejoin to default`;
