import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { listPatternOwners } from '@/db/queries/patterns.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { patternNote } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { describeChange } from '@/lib/patterns/describe-change.ts';
import type { KnownPattern, PatternEntry } from '@/lib/patterns/pattern-forms.ts';
import { demandKeeping, type KeptPattern, stepPattern } from './patterns/load-pattern.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Gives a pattern another name, owner or status. From the day on which it is called resolved, signals are returns.
 * @throws Forbidden without the right; NotFound; Invalid for an owner who is gone; Conflict when somebody changed it
 * in between
 */
export async function changePattern(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownPattern,
  entry: PatternEntry,
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    const [safe, workspace, owners] = await Promise.all([
      staffWords(tx),
      findWorkspace(tx),
      listPatternOwners(tx),
    ]);
    const today = localDateAt(now.getTime(), workspace?.timeZone ?? 'UTC');
    const after = { name: safe(entry.name), ownerAccount: entry.owner, status: entry.status };
    const resolvedOn = ({ status, resolvedOn }: KeptPattern) => (status === 'resolved' ? resolvedOn : today);
    const before = await stepPattern(tx, viewer, known, (was) => ({
      ...after,
      resolvedOn: after.status === 'resolved' ? resolvedOn(was) : null,
    }));
    const isNew = after.ownerAccount !== before.ownerAccount;
    if (isNew && !owners.some(({ account }) => account === after.ownerAccount)) throw new Invalid(GONE);
    const text = describeChange(before, after);
    if (text === '') return;
    const made = { keptPatternId: known.patternId, madeBy: viewer.actor, madeAt: now };
    await tx.insert(patternNote).values({ ...made, kind: 'change', text });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_changed',
      subject: `pattern:${known.patternId}`,
      detail: { status: after.status, owner: after.ownerAccount, renamed: after.name !== before.name },
    });
  });
}

const GONE = [{ field: 'owner', message: 'This account may not look after patterns. Choose another.' }];
