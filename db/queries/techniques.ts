import { asc, isNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { technique } from '@/db/schema/taxonomies.ts';
import type { SkillTerm } from '@/lib/analysis/skills/skill-terms.ts';

/** The techniques in the order of the procedure, but those that count under another. */
export async function listTechniques(records: Records): Promise<SkillTerm[]> {
  const { code, id, label, group, rank } = technique;
  return records
    .select({ code, id, label, section: group })
    .from(technique)
    .where(isNull(technique.mergedInto))
    .orderBy(asc(rank), asc(code));
}
