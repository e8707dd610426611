import type { Sql } from 'postgres';

/** Every transaction below `xmin` had ended at this time, in milliseconds since 1970 by the clock of the record. */
export interface SweepPoint {
  at: number;
  xmin: string;
}

const HOUR_MS = 3_600_000;
const LOOK_EVERY_MS = 600_000;

/**
 * Removes the marks of transactions that had ended more than an hour ago: whoever looked since then has taken them, and
 * a copy that did not reads everything anew. A mark is not judged by its own time, which may be long before its commit.
 * @returns the point for the next sweep
 */
export async function sweepMarks(sql: Sql, last: SweepPoint | null): Promise<SweepPoint> {
  const now = await findPoint(sql);
  if (!last) return now;
  if (now.at - last.at <= HOUR_MS) return last;
  await sql`delete from fact_change where changed_in < ${last.xmin}::text::xid8`;
  return now;
}

/** Sweeps from now on, whether this process has a copy or not, until the function that comes back is called. */
export function startSweeping(sql: Sql, onError: (error: unknown) => void): () => void {
  let point: SweepPoint | null = null;
  let isStopped = false;
  const sweep = async () => {
    try {
      point = await sweepMarks(sql, point);
    } catch (error) {
      // At the end the connection is taken away from under a sweep; the next start makes up for it.
      if (!isStopped) onError(error);
    }
  };
  void sweep();
  const timer = setInterval(sweep, LOOK_EVERY_MS).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}

async function findPoint(sql: Sql): Promise<SweepPoint> {
  const [row] = await sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
    floor(extract(epoch from statement_timestamp()) * 1000)::text as at`;
  if (!row) throw new Error('the record did not say which transactions it contains');
  return { at: Number(row.at), xmin: String(row.xmin) };
}
