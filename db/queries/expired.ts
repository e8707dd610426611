import { and, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import { customerIdentity } from '@/db/schema/organisation.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { RetentionKind } from '@/lib/privacy/retention.ts';

/** From which day on something is kept, in which zone. */
export interface KeptFrom {
  day: LocalDate;
  timeZone: string;
}

/** What of one kind is older than its period. */
export interface Expired {
  count: number;
  /** The days of the oldest and the newest; null where there is none, or nothing dates them. */
  oldest: LocalDate | null;
  newest: LocalDate | null;
}

/** By what a removal finds a row again; the rest is null. */
export interface ExpiredKey {
  incidentId: string | null;
  field: string | null;
  customerId: number | null;
  importRunId: number | null;
  seq: number | null;
}

/** How much would go, and from when it is. Only who administers is told. */
export async function findExpired(
  records: Records,
  viewer: Viewer,
  kind: RetentionKind,
  from: KeptFrom,
): Promise<Expired> {
  const [row] = await records.execute<{ count: string; oldest: string | null; newest: string | null }>(sql`
    select count(*) as count, min(e.day)::text as oldest, max(e.day)::text as newest
    from (${EXPIRED[kind](from)}) as e where ${whereHousekeeping(viewer) ?? sql`true`}`);
  return { count: Number(row?.count ?? 0), oldest: row?.oldest ?? null, newest: row?.newest ?? null };
}

/** Up to so many that are to go, in no order. */
export async function listExpired(
  records: Records,
  viewer: Viewer,
  kind: RetentionKind,
  from: KeptFrom,
  most: number,
): Promise<ExpiredKey[]> {
  const rows = await records.execute<Record<string, unknown>>(sql`
    select e.* from (${EXPIRED[kind](from)}) as e
    where ${whereHousekeeping(viewer) ?? sql`true`} limit ${most}::integer`);
  return rows.map((row) => ({
    incidentId: textOf(row.incident_id),
    field: textOf(row.field),
    customerId: numberOf(row.customer_id),
    importRunId: numberOf(row.import_run_id),
    seq: numberOf(row.seq),
  }));
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value));
const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value));

/** The expired rows of each kind: their keys and their day. An incident is as old as it occurred, whatever its state. */
const EXPIRED: Readonly<Record<RetentionKind, (from: KeptFrom) => SQL>> = {
  words: (from) => sql`
    select i.incident_id, i.occurred_on as day from ${incident} as i
    join ${incidentText} as t on t.incident_id = i.incident_id
    where ${and(occurredBefore(from), sql`t.words_removed_at is null`)}`,
  originals: (from) => sql`
    select s.incident_id, s.field, null::integer as import_run_id, null::integer as seq, i.occurred_on as day
    from ${sealedText} as s join ${incident} as i on i.incident_id = s.incident_id
    where ${occurredBefore(from)}
    union all
    select null::uuid, null::text, p.import_run_id, p.seq, (r.started_at at time zone ${from.timeZone})::date
    from ${importProblem} as p join ${importRun} as r on r.import_run_id = p.import_run_id
    where ${and(importedBefore(from), sql`p.sealed_row is not null`)}`,
  identities: ({ day }) => sql`
    select c.customer_id, l.day from ${customerIdentity} as c
    left join lateral (
      select max(i.occurred_on) as day from ${incident} as i where i.customer_id = c.customer_id) as l on true
    where l.day is null or l.day < ${day}::date`,
  remarks: (from) => sql`
    select p.import_run_id, p.seq, (r.started_at at time zone ${from.timeZone})::date as day
    from ${importProblem} as p join ${importRun} as r on r.import_run_id = p.import_run_id
    where ${importedBefore(from)}`,
  incidents: (from) => sql`
    select i.incident_id, i.occurred_on as day from ${incident} as i where ${occurredBefore(from)}`,
};

function occurredBefore({ day }: KeptFrom): SQL {
  return sql`i.occurred_on < ${day}::date`;
}

/** One that is running still adds to its remarks. */
function importedBefore({ day, timeZone }: KeptFrom): SQL {
  return sql`r.state <> 'running' and r.started_at < (${day}::timestamp at time zone ${timeZone})`;
}
