import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { incidentFactor, review, reviewRating } from '@/db/schema/incident-details.ts';
import { rootCause, technique } from '@/db/schema/taxonomies.ts';
import type { SampleReview } from '@/db/seed/sample-review.ts';
import { OBSERVATIONS, toCode } from '@/lib/taxonomy/fixed-sets.ts';

/** Writes the reviews of incidents that are in the record. Returns how many rows they are. */
export async function writeReviews(
  tx: Records,
  reviewed: readonly { incidentId: string; review: SampleReview }[],
): Promise<number> {
  if (reviewed.length === 0) return 0;
  const causes = await codesOf(tx, rootCause);
  const techniques = await codesOf(tx, technique);
  const reviews = await unnestInsert(
    tx,
    review,
    reviewed.map(({ incidentId, review: one }) => ({
      incidentId,
      seq: 1,
      reviewer: one.reviewer,
      rootCause: causes(one.rootCause),
      severity: one.severity,
      startedAt: new Date(one.startedAt),
      finishedAt: new Date(one.finishedAt),
    })),
  );
  const ratings = await unnestInsert(
    tx,
    reviewRating,
    reviewed.flatMap(({ incidentId, review: one }) =>
      one.ratings.map((rating) => ({
        incidentId,
        seq: 1,
        technique: techniques(rating.technique),
        observation: toCode(OBSERVATIONS, rating.observation),
      })),
    ),
  );
  const factors = await unnestInsert(
    tx,
    incidentFactor,
    reviewed.flatMap(({ incidentId, review: one }) =>
      one.factors.map((factor) => ({ incidentId, rootCause: causes(factor) })),
    ),
  );
  return reviews + ratings + factors;
}

async function codesOf(tx: Records, table: typeof rootCause | typeof technique) {
  const rows = await tx.select({ id: table.id, code: table.code }).from(table);
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return (id: string): number => {
    const code = codes.get(id);
    if (code === undefined) throw new Error(`the vocabulary lacks ${id}`);
    return code;
  };
}
