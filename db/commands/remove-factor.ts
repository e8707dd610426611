import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { patternFactor } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { KnownPattern } from '@/lib/patterns/pattern-forms.ts';
import { demandKeeping, stepPattern } from './patterns/load-pattern.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes an entry from the fishbone of a pattern; a coded factor that it stood for is shown as it is coded again.
 * @throws Forbidden without the right; NotFound; Conflict when somebody changed the pattern in between
 */
export async function removeFactor(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownPattern,
  factorId: number,
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    await stepPattern(tx, viewer, known);
    const [gone] = await tx
      .delete(patternFactor)
      .where(
        and(eq(patternFactor.patternFactorId, factorId), eq(patternFactor.keptPatternId, known.patternId)),
      )
      .returning({ category: patternFactor.category, rootCause: patternFactor.rootCause });
    if (!gone) throw new NotFound('This entry is not in the fishbone any more.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_factor_removed',
      subject: `pattern:${known.patternId}`,
      detail: gone,
    });
  });
}
