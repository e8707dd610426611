import { asc, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { event } from '@/db/schema/organisation.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { taxonomyVersion } from '@/db/schema/taxonomy-versions.ts';
import { whereEvents } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import type { SeriesBreak } from '@/lib/taxonomy/series-breaks.ts';
import { describeTaxonomyChange } from '@/lib/taxonomy/taxonomy-changes.ts';

/** The breaks that changes of vocabularies have left on charts, the earliest first; those whose event was deleted are not. */
export async function listBreaks(records: Records, viewer: Viewer): Promise<SeriesBreak[]> {
  const rows = await records
    .select({
      eventId: event.eventId,
      day: event.day,
      change: taxonomyVersion.change,
      set: taxonomyVersion.set,
      code: taxonomyVersion.code,
      other: taxonomyVersion.other,
      label: taxonomyVersion.label,
      before: taxonomyVersion.before,
      after: taxonomyVersion.after,
    })
    .from(taxonomyVersion)
    .innerJoin(event, eq(event.eventId, taxonomyVersion.eventId))
    .where(whereEvents(viewer))
    .orderBy(asc(taxonomyVersion.version));
  const ids = await idsOf(records, [...new Set(rows.map(({ set }) => set))]);
  return rows.map(({ code, other, label, before, after, ...row }) => ({
    ...row,
    ids: [code, other].flatMap((each) => (each === null ? [] : (ids.get(row.set)?.get(each) ?? []))),
    words: describeTaxonomyChange({ ...row, label, before, after }),
  }));
}

async function idsOf(
  records: Records,
  sets: readonly EditableSet[],
): Promise<Map<EditableSet, Map<number, string>>> {
  const known = await Promise.all(
    sets.map(async (set) => {
      const table = TERM_TABLES[set];
      const terms = await records.select({ code: table.code, id: table.id }).from(table);
      return [set, new Map(terms.map(({ code, id }) => [code, id]))] as const;
    }),
  );
  return new Map(known);
}
