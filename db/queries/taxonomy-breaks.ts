import { asc, eq, type SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { jsonRows, withNames } from '@/db/queries/json-rows.ts';
import { event } from '@/db/schema/organisation.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { taxonomyVersion } from '@/db/schema/taxonomy-versions.ts';
import { whereEvents } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import type { SeriesBreak } from '@/lib/taxonomy/series-breaks.ts';
import { describeTaxonomyChange } from '@/lib/taxonomy/taxonomy-changes.ts';

/** The changes of vocabularies that have left a break whose event the viewer may see, as one value of a statement. */
export function breaksSeen(records: Records, viewer: Viewer): SQL<BreakFound[]> {
  const { change, set, code, other, label, before, after } = taxonomyVersion;
  const { eventId, day } = event;
  return jsonRows(
    records
      .select(withNames({ eventId, day, change, set, code, other, label, before, after }))
      .from(taxonomyVersion)
      .innerJoin(event, eq(event.eventId, taxonomyVersion.eventId))
      .where(whereEvents(viewer))
      .orderBy(asc(taxonomyVersion.version)),
  );
}

interface BreakFound
  extends Pick<SeriesBreak, 'eventId' | 'day'>,
    Pick<
      typeof taxonomyVersion.$inferSelect,
      'change' | 'set' | 'code' | 'other' | 'label' | 'before' | 'after'
    > {}

/** The same as they are told, with what the values that they are about are called in addresses. */
export async function toBreaks(records: Records, rows: readonly BreakFound[]): Promise<SeriesBreak[]> {
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
