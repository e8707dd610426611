import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { listExpired } from '@/db/queries/expired.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { cutoffsOf, type Removed, type RetentionKind } from '@/lib/privacy/retention.ts';
import { giveWay } from './incidents/give-way.ts';
import { EXPIRED_AT_ONCE, removeExpired } from './retention/remove-expired.ts';
import { advanceRun, finishRun, takeRun } from './retention/retention-runs.ts';
import { writeAudit } from './write-audit.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

const LISTED_AT_ONCE = 20_000;

/**
 * Removes everything that is older than the workspace keeps it. In small transactions, each with the marks that the
 * facts follow: one that is broken off is finished by the next.
 * @param hasEnded asked between batches: what is left then waits for the next time
 * @returns how many of each kind went, those of a run that was broken off before among them
 * @throws Forbidden without the right; Conflict while another program is at it
 */
export async function applyRetention(
  records: Database,
  viewer: Viewer,
  now: Date,
  { hasEnded = () => false }: { hasEnded?: () => boolean } = {},
): Promise<Removed> {
  demand(viewer, 'administer', 'Only an administrator may remove what is older than it is kept.');
  const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
  const { retention } = await findWorkspaceSettings(records);
  const today = localDateAt(now.getTime(), timeZone);
  const runId = await records.transaction((tx) => takeRun(tx, viewer, today, now));
  if (runId === null) throw new Conflict('Another program is removing what is too old at this moment.');
  const started = performance.now();
  const clock = () => new Date(now.getTime() + performance.now() - started);
  for (const [kind, day] of cutoffsOf(retention, today)) {
    await removeKind(records, viewer, { runId, kind, day, timeZone }, clock, hasEnded);
  }
  if (hasEnded()) return {};
  const removed = await finish(records, viewer, runId, clock());
  noteChange(records);
  return removed;
}

async function removeKind(
  records: Database,
  viewer: Viewer,
  { runId, kind, day, timeZone }: { runId: number; kind: RetentionKind; day: LocalDate; timeZone: string },
  clock: () => Date,
  hasEnded: () => boolean,
): Promise<void> {
  for (;;) {
    const keys = await listExpired(records, viewer, kind, { day, timeZone }, LISTED_AT_ONCE);
    let gone = 0;
    for (let at = 0; at < keys.length && !hasEnded(); at += EXPIRED_AT_ONCE) {
      const batch = keys.slice(at, at + EXPIRED_AT_ONCE);
      gone += await records.transaction(async (tx) => {
        const now = clock();
        const removed = await removeExpired(tx, kind, batch, day, now);
        await advanceRun(tx, runId, kind, removed, now);
        return removed;
      });
      await giveWay();
    }
    if (gone === 0 || hasEnded()) return;
  }
}

/** Nothing is noted of a night in which nothing went. */
function finish(records: Database, viewer: Viewer, runId: number, now: Date): Promise<Removed> {
  return records.transaction(async (tx) => {
    const removed = (await finishRun(tx, runId, now)) ?? {};
    if (Object.values(removed).some((count) => count > 0)) {
      await writeAudit(tx, {
        at: now,
        actor: viewer.actor,
        action: 'retention_applied',
        subject: `retention:${runId}`,
        detail: removed,
      });
    }
    return removed;
  });
}
