import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { signalReview } from '@/db/schema/improvement.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden } from '@/lib/errors.ts';
import type { Filters, LocalDate } from '@/lib/filters/filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import { writeAudit } from './write-audit.ts';

/** A signal that was seen, or a series that is not to be listed until a day. */
export type SignalReview =
  | { kind: 'acknowledged'; key: string }
  | { kind: 'muted'; key: string; reason: string; until: LocalDate | null };

/**
 * Says something of a signal or series: from then on everybody who looks at the same incidents sees it. Answers with
 * its number.
 * @param filters what is being looked at; period and comparison do not count
 * @throws Forbidden without the right, or where nothing is in sight; Conflict when the same has been said already
 */
export async function reviewSignal(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  filters: Filters,
  review: SignalReview,
  now: Date,
): Promise<number> {
  const scope = may(viewer, 'improve') ? seriesScope(filters, viewer) : null;
  if (scope === null) throw new Forbidden('Your account may not review signals.');
  const { kind, key } = review;
  const muted = kind === 'muted' ? { reason: review.reason, until: review.until } : {};
  return records.transaction(async (tx) => {
    const [row] = await tx
      .insert(signalReview)
      .values({ kind, key, scope, ...muted, madeBy: viewer.actor, madeAt: now })
      .onConflictDoNothing()
      .returning({ signalReviewId: signalReview.signalReviewId });
    if (!row) throw new Conflict('Somebody has said so already. Load the page again to see who.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: kind === 'muted' ? 'series_muted' : 'signal_acknowledged',
      subject: `signal-review:${row.signalReviewId}`,
      detail: { key, scope },
    });
    return row.signalReviewId;
  });
}
