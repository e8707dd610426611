import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { mayBeOfScope } from '@/db/queries/scopes.ts';
import { user } from '@/db/schema/accounts.ts';
import { signalReview } from '@/db/schema/improvement.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Filters, LocalDate } from '@/lib/filters/filters.ts';
import { followScope, followSeriesKey } from '@/lib/filters/follow-scope.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';

/** What holds of a signal, or of a whole series, under some filters. */
export interface SignalReviewRow {
  signalReviewId: number;
  kind: 'acknowledged' | 'muted';
  key: string;
  reason: string | null;
  until: LocalDate | null;
  /** The name of whoever said it; the actor itself where there is no such account any more. */
  madeBy: string;
  madeAt: Date;
}

/**
 * What people said of signals under these filters and that holds today; the earliest first. What was said of a value
 * holds for the one that it is merged into, as long as it is.
 */
export async function listSignalReviews(
  records: Records,
  viewer: Viewer,
  { filters, vocabularies }: { filters: Filters; vocabularies: Vocabularies },
  today: LocalDate,
): Promise<SignalReviewRow[]> {
  const scope = seriesScope(filters, viewer);
  if (scope === null) return [];
  const holds = or(isNull(signalReview.until), gt(signalReview.until, today));
  const rows = await records
    .select({
      scope: signalReview.scope,
      signalReviewId: signalReview.signalReviewId,
      kind: signalReview.kind,
      key: signalReview.key,
      reason: signalReview.reason,
      until: signalReview.until,
      madeBy: sql<string>`coalesce(${user.name}, ${signalReview.madeBy})`.mapWith(String),
      madeAt: signalReview.madeAt,
    })
    .from(signalReview)
    .leftJoin(user, eq(signalReview.madeBy, sql`'account:' || ${user.id}`))
    .where(and(mayBeOfScope(signalReview.scope, scope, vocabularies), isNull(signalReview.undoneAt), holds))
    .orderBy(asc(signalReview.signalReviewId));
  return rows.flatMap(({ scope: of, ...row }) =>
    followScope(of, vocabularies) === scope ? [{ ...row, key: followSeriesKey(row.key, vocabularies) }] : [],
  );
}
