import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { retentionRun } from '@/db/schema/retention.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { Removed, RetentionKind } from '@/lib/privacy/retention.ts';

/** After so long without a batch its program is taken for gone. */
const SILENT_MS = 10 * 60_000;

/**
 * Begins a run, or goes on with one whose program is gone. Null while another one is at it.
 * @param tx a transaction, in which others who begin wait
 */
export async function takeRun(
  tx: Records,
  viewer: Viewer,
  day: LocalDate,
  now: Date,
): Promise<number | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${RETENTION_LOCK})`);
  const [open] = await tx
    .select()
    .from(retentionRun)
    .where(isNull(retentionRun.finishedAt))
    .orderBy(desc(retentionRun.retentionRunId))
    .limit(1);
  if (open && now.getTime() - open.beatAt.getTime() < SILENT_MS) return null;
  if (open) {
    await tx
      .update(retentionRun)
      .set({ day, beatAt: now })
      .where(eq(retentionRun.retentionRunId, open.retentionRunId));
    return open.retentionRunId;
  }
  const [made] = await tx
    .insert(retentionRun)
    .values({ day, startedBy: viewer.actor, startedAt: now, beatAt: now, removed: {} })
    .returning({ id: retentionRun.retentionRunId });
  if (!made) throw new Error('the record gave no number to the removal');
  return made.id;
}

/** Counts a batch in the transaction that removes it. */
export async function advanceRun(
  tx: Records,
  runId: number,
  kind: RetentionKind,
  removed: number,
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select({ removed: retentionRun.removed })
    .from(retentionRun)
    .where(eq(retentionRun.retentionRunId, runId))
    .for('update');
  const before = row?.removed ?? {};
  await tx
    .update(retentionRun)
    .set({ beatAt: now, removed: { ...before, [kind]: (before[kind] ?? 0) + removed } })
    .where(eq(retentionRun.retentionRunId, runId));
}

/** Ends the run. Returns what it removed, all in all; null when somebody else has ended it. */
export async function finishRun(tx: Records, runId: number, now: Date): Promise<Removed | null> {
  const [row] = await tx
    .update(retentionRun)
    .set({ finishedAt: now })
    .where(and(eq(retentionRun.retentionRunId, runId), isNull(retentionRun.finishedAt)))
    .returning({ removed: retentionRun.removed });
  return row?.removed ?? null;
}

const RETENTION_LOCK = 7_201_011;
