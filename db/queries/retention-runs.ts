import { and, desc, isNotNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { retentionRun } from '@/db/schema/retention.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { Removed } from '@/lib/privacy/retention.ts';

/** The last time that something expired was removed, or looked for. */
export interface LastRetention {
  day: LocalDate;
  finishedAt: Date;
  removed: Removed;
}

/** The newest run that came to its end; null where there is none. */
export async function findLastRetention(records: Records, viewer: Viewer): Promise<LastRetention | null> {
  const [row] = await records
    .select({ day: retentionRun.day, finishedAt: retentionRun.finishedAt, removed: retentionRun.removed })
    .from(retentionRun)
    .where(and(isNotNull(retentionRun.finishedAt), whereHousekeeping(viewer)))
    .orderBy(desc(retentionRun.retentionRunId))
    .limit(1);
  return row?.finishedAt ? { ...row, finishedAt: row.finishedAt } : null;
}
