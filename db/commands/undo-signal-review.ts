import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { signalReview } from '@/db/schema/improvement.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { seesScope } from '@/lib/filters/series-scope.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes back what was said of a signal or series. It stays in the record with who undid it.
 * @throws Forbidden without the right; NotFound for a series that the viewer does not see whole; Conflict when it is
 * undone already
 */
export async function undoSignalReview(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  signalReviewId: number,
  now: Date,
): Promise<void> {
  demand(viewer, 'improve', 'Your account may not review signals.');
  await records.transaction(async (tx) => {
    const [found] = await tx
      .select({ kind: signalReview.kind, key: signalReview.key, scope: signalReview.scope })
      .from(signalReview)
      .where(eq(signalReview.signalReviewId, signalReviewId));
    if (!found || !seesScope(viewer, found.scope)) throw new NotFound('There is no such review of a signal.');
    const undone = await tx
      .update(signalReview)
      .set({ undoneBy: viewer.actor, undoneAt: now })
      .where(and(eq(signalReview.signalReviewId, signalReviewId), isNull(signalReview.undoneAt)))
      .returning({ signalReviewId: signalReview.signalReviewId });
    if (undone.length === 0) throw new Conflict('This has been taken back already.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'signal_review_undone',
      subject: `signal-review:${signalReviewId}`,
      detail: found,
    });
  });
}
