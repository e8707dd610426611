import type { Sql, TransactionSql } from 'postgres';
import type { Changed } from './copy.ts';
import { VOLUMES_CHANGED } from './mark-volumes.ts';

/** Where the record is read. */
export interface RecordSource {
  sql: Sql;
  /** For connections of one question each. */
  appUrl: string;
  /** Tells that what is being read is wanted no more. */
  ending: AbortSignal | null;
}

/** What the record was at one moment. */
export interface RecordState {
  /** The transactions that it contains, as `pg_current_snapshot()` says it. */
  snapshot: string;
  /** Milliseconds since 1970, by the clock of the record. */
  at: number;
  /** Terms that were merged into others, and the workspace's currency: both change facts without a mark. */
  settings: string;
  /** Marks of changes that the snapshot given could not see, at most one more than `MOST_MARKS`. */
  marks: number;
  /** It is earlier than the snapshot given: an older record was put in its place, whose marks say nothing of it. */
  isEarlier: boolean;
}

export const MOST_MARKS = 50_000;

/** The state of the record, with how much has changed since a snapshot. One statement, which sees one moment. */
export async function readState(sql: Sql | TransactionSql, since: string | null): Promise<RecordState> {
  const [row] = await sql.unsafe(STATE, [since]);
  if (!row) throw new Error('the record did not say in which state it is');
  return {
    snapshot: String(row.snapshot),
    at: Number(row.at),
    settings: String(row.settings),
    marks: Number(row.marks),
    isEarlier: Boolean(row.is_earlier),
  };
}

/** One transaction that reads a single version of everything. */
export async function readOneVersion<T>(sql: Sql, read: (tx: TransactionSql) => Promise<T>): Promise<T> {
  return (await sql.begin('isolation level repeatable read read only', read)) as T;
}

/** What was changed since a snapshot; null when one of the incidents is gone and has no number. */
export async function listChanged(tx: TransactionSql, since: string): Promise<Changed | null> {
  const rows = await tx.unsafe(CHANGED, [since]);
  const incidents = rows.filter(({ incident_id }) => incident_id !== VOLUMES_CHANGED);
  const numbers = incidents.flatMap(({ number }) => (number === null ? [] : [Number(number)]));
  return numbers.length === incidents.length ? { numbers, volumes: incidents.length < rows.length } : null;
}

const UNSEEN = `changed_in >= pg_snapshot_xmin($1::pg_snapshot)
  and not pg_visible_in_snapshot(changed_in, $1::pg_snapshot)`;

const CHANGED = `
  select m.incident_id, i.number
  from (select distinct incident_id from fact_change where ${UNSEEN}) as m
  left join incident as i on i.incident_id = m.incident_id`;

const merged = (table: string) =>
  `select '${table}' as term, code, merged_into from ${table} where merged_into is not null`;

const STATE = `
  select pg_current_snapshot()::text as snapshot,
    floor(extract(epoch from statement_timestamp()) * 1000)::text as at,
    coalesce(pg_snapshot_xmax($1::text::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()), false) as is_earlier,
    (select count(*) from (
      select 1 from fact_change where $1::text is not null and ${UNSEEN} limit ${MOST_MARKS + 1}) as m) as marks,
    (select coalesce(string_agg(concat_ws(' ', term, code, merged_into), ',' order by term, code), '') from (
      ${['trigger', 'level', 'channel', 'journey_stage', 'product', 'technique', 'root_cause'].map(merged).join(' union all ')}
    ) as t)
    || (select coalesce(max(currency), '') from workspace) as settings`;
