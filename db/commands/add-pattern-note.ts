import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { patternNote } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import { demandKeeping, loadPattern } from './patterns/load-pattern.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/** Adds a note to a pattern, where it stays. Throws Forbidden without the right, NotFound. */
export async function addPatternNote(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { patternId, text }: { patternId: number; text: string },
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    await loadPattern(tx, viewer, patternId);
    const safe = await staffWords(tx);
    await tx.insert(patternNote).values({
      keptPatternId: patternId,
      kind: 'note',
      text: safe(text),
      madeBy: viewer.actor,
      madeAt: now,
    });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_note_added',
      subject: `pattern:${patternId}`,
      detail: {},
    });
  });
}
