import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { keptPattern, patternNote } from '@/db/schema/patterns.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { KeepEntry } from '@/lib/patterns/pattern-forms.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Keeps a finding as a pattern that its keeper owns and watches. Answers with its number.
 * @param filters which incidents it is about; period and comparison do not count
 * @param entry.better is what counts as better where the measure itself has no direction
 * @throws Forbidden without the right, or where nothing is in sight; Conflict when the same is kept already
 */
export async function keepPattern(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  filters: Filters,
  { name, measure, better }: KeepEntry,
  now: Date,
): Promise<number> {
  const filter = may(viewer, 'keep_patterns') ? seriesScope(filters, viewer) : null;
  if (filter === null) throw new Forbidden('Only quality assurance may keep patterns.');
  const own = MEASURES[measure].better;
  return records.transaction(async (tx) => {
    const safe = await staffWords(tx);
    const [row] = await tx
      .insert(keptPattern)
      .values({
        name: safe(name),
        filter,
        measure,
        better: own === 'neutral' ? better : own,
        ownerAccount: viewer.actor,
        status: 'watching',
        keptBy: viewer.actor,
        keptAt: now,
      })
      .onConflictDoNothing()
      .returning({ patternId: keptPattern.keptPatternId });
    if (!row) throw new Conflict('These incidents are kept as a pattern by this measure already.');
    const { patternId } = row;
    const made = { keptPatternId: patternId, madeBy: viewer.actor, madeAt: now };
    await tx.insert(patternNote).values({ ...made, kind: 'change', text: 'Kept.' });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_kept',
      subject: `pattern:${patternId}`,
      detail: { filter, measure },
    });
    return patternId;
  });
}
