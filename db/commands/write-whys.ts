import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { patternNote, patternWhy } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import type { KnownPattern, Why } from '@/lib/patterns/pattern-forms.ts';
import { demandKeeping, stepPattern } from './patterns/load-pattern.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Writes the whys of a pattern anew, in their order; what they were stays in its history.
 * @throws Forbidden without the right; NotFound; Conflict when somebody changed the pattern in between
 */
export async function writeWhys(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownPattern,
  whys: readonly Why[],
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    const keptPatternId = known.patternId;
    await stepPattern(tx, viewer, known);
    const safe = await staffWords(tx);
    const of = eq(patternWhy.keptPatternId, keptPatternId);
    const before = await tx.select().from(patternWhy).where(of).orderBy(patternWhy.seq);
    await tx.delete(patternWhy).where(of);
    const rows = whys.map(({ question, answer, evidence }, index) => ({
      keptPatternId,
      seq: index + 1,
      question: safe(question),
      answer: safe(answer),
      evidence: evidence === null ? null : safe(evidence),
    }));
    if (rows.length > 0) await tx.insert(patternWhy).values(rows);
    const said = before.map(({ seq, ...why }) =>
      [`${seq}.`, why.question, why.answer, why.evidence].filter(Boolean).join(' '),
    );
    await tx.insert(patternNote).values({
      keptPatternId,
      kind: 'change',
      text: [said.length === 0 ? 'Whys written.' : 'Whys written anew. They were:', ...said].join('\n'),
      madeBy: viewer.actor,
      madeAt: now,
    });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_whys_written',
      subject: `pattern:${keptPatternId}`,
      detail: { whys: rows.length },
    });
  });
}
