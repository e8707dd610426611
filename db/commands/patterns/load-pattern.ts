import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { seesScope } from '@/lib/filters/series-scope.ts';
import type { KnownPattern } from '@/lib/patterns/pattern-forms.ts';

export type KeptPattern = typeof keptPattern.$inferSelect;

/** Refuses whoever may not keep patterns. */
export function demandKeeping(viewer: Viewer): void {
  demand(viewer, 'keep_patterns', 'Only quality assurance may keep patterns.');
}

/** The pattern of this number, for a change. Throws NotFound where the viewer does not see all of its incidents. */
export async function loadPattern(tx: Records, viewer: Viewer, patternId: number): Promise<KeptPattern> {
  const [found] = await tx.select().from(keptPattern).where(eq(keptPattern.keptPatternId, patternId));
  if (!found || !seesScope(viewer, found.filter)) throw new NotFound(`There is no pattern ${patternId}.`);
  return found;
}

/**
 * Changes a pattern from the state that a form was made from to the next one. Answers with it as it was.
 * @throws NotFound as `loadPattern` does; Conflict when somebody changed it in between
 */
export async function stepPattern(
  tx: Records,
  viewer: Viewer,
  { patternId, version }: KnownPattern,
  change: (before: KeptPattern) => Partial<KeptPattern> = () => ({}),
): Promise<KeptPattern> {
  const before = await loadPattern(tx, viewer, patternId);
  const changed = await tx
    .update(keptPattern)
    .set({ ...change(before), version: version + 1 })
    .where(and(eq(keptPattern.keptPatternId, patternId), eq(keptPattern.version, version)))
    .returning({ patternId: keptPattern.keptPatternId });
  if (changed.length === 0) throw new Conflict(CHANGED);
  return before;
}

const CHANGED =
  'Somebody else changed this pattern after you opened it. Nothing was saved: reload the page to see it as it is.';
