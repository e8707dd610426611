import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { channel, journeyStage, level, technique, trigger } from '@/db/schema/taxonomies.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** A value that a form offers. */
export interface OfferedTerm {
  id: string;
  label: string;
  group: string | null;
  means: string | null;
}

/** The values that forms offer: those in use, neither retired nor merged, in their order. */
export async function listOfferedTerms(
  records: Records,
): Promise<Record<'trigger' | 'channel' | 'journeyStage' | 'level' | 'technique', OfferedTerm[]>> {
  const [triggers, channels, stages, levels, techniques] = await Promise.all(
    [trigger, channel, journeyStage, level, technique].map((table) => listOffered(records, table)),
  );
  return {
    trigger: triggers ?? [],
    channel: channels ?? [],
    journeyStage: stages ?? [],
    level: levels ?? [],
    technique: techniques ?? [],
  };
}

async function listOffered(
  records: Records,
  table: typeof trigger | typeof channel | typeof journeyStage | typeof level | typeof technique,
): Promise<OfferedTerm[]> {
  return records
    .select({ id: table.id, label: table.label, group: table.group, means: table.means })
    .from(table)
    .where(and(eq(table.retired, false), isNull(table.mergedInto), ne(table.code, UNKNOWN_CODE)))
    .orderBy(asc(table.rank), asc(table.code));
}
