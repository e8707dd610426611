import { and, eq, isNotNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { patternFactor } from '@/db/schema/patterns.ts';
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from '@/db/sql-state.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid, NotFound } from '@/lib/errors.ts';
import type { FactorCategory } from '@/lib/patterns/factor-categories.ts';
import type { KnownPattern } from '@/lib/patterns/pattern-forms.ts';
import { demandKeeping, stepPattern } from './patterns/load-pattern.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/** What stands on a branch of a fishbone: by hand, or in the place of a coded factor. */
export interface FactorEntry {
  category: FactorCategory;
  text: string;
  /** The coded factor in whose place it stands, and whether that is left out. */
  coded?: { rootCause: number; isLeftOut: boolean };
}

/**
 * Adds a factor to the fishbone of a pattern, or says how a coded one is to be shown in it.
 * @throws Forbidden without the right; NotFound; Invalid for what stands there already; Conflict when somebody changed
 * the pattern in between
 */
export async function setFactor(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownPattern,
  { category, text, coded }: FactorEntry,
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    await stepPattern(tx, viewer, known);
    const safe = await staffWords(tx);
    const said = { category, text: safe(text), isLeftOut: coded?.isLeftOut ?? false };
    if (!coded) await refuseTwice(tx, known.patternId, said);
    await tx
      .insert(patternFactor)
      .values({ ...said, keptPatternId: known.patternId, rootCause: coded?.rootCause ?? null })
      .onConflictDoUpdate({
        target: [patternFactor.keptPatternId, patternFactor.rootCause],
        targetWhere: isNotNull(patternFactor.rootCause),
        set: said,
      })
      .catch(refuseUnknown);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_factor_set',
      subject: `pattern:${known.patternId}`,
      detail: { category, ...coded },
    });
  });
}

async function refuseTwice(
  tx: Records,
  patternId: number,
  { category, text }: { category: FactorCategory; text: string },
): Promise<void> {
  const [same] = await tx
    .select({ factorId: patternFactor.patternFactorId })
    .from(patternFactor)
    .where(
      and(
        eq(patternFactor.keptPatternId, patternId),
        eq(patternFactor.category, category),
        eq(patternFactor.text, text),
      ),
    );
  if (same) throw new Invalid([{ field: 'text', message: 'This stands on the branch already.' }]);
}

function refuseUnknown(error: unknown): never {
  if (sqlStateOf(error) === FOREIGN_KEY_VIOLATION) throw new NotFound('There is no such factor.');
  throw error;
}
