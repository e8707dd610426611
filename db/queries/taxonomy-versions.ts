import { count, desc, eq, max } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { event } from '@/db/schema/organisation.ts';
import { taxonomyVersion } from '@/db/schema/taxonomy-versions.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import { describeTaxonomyChange } from '@/lib/taxonomy/taxonomy-changes.ts';

/** The version of the vocabularies that figures are made with; 1 is what a workspace begins with. */
export async function findTaxonomyVersion(records: Records): Promise<number> {
  const [row] = await records.select({ version: max(taxonomyVersion.version) }).from(taxonomyVersion);
  return row?.version ?? 1;
}

/** One change of the vocabularies. */
export interface VersionRow {
  version: number;
  set: EditableSet;
  code: number;
  words: string;
  madeAt: Date;
  madeBy: string;
  /** The day of the break on charts; null where there is none. */
  breakOn: LocalDate | null;
}

/** A page of the changes, the latest first, with how many there are. */
export async function listTaxonomyVersions(
  records: Records,
  viewer: Viewer,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ versions: VersionRow[]; all: number }> {
  const [rows, [counted]] = await Promise.all([
    records
      .select({ row: taxonomyVersion, breakOn: event.day })
      .from(taxonomyVersion)
      .leftJoin(event, eq(event.eventId, taxonomyVersion.eventId))
      .where(whereHousekeeping(viewer))
      .orderBy(desc(taxonomyVersion.version))
      .limit(limit)
      .offset(offset),
    records.select({ all: count() }).from(taxonomyVersion).where(whereHousekeeping(viewer)),
  ]);
  const versions = rows.map(({ row, breakOn }) => ({
    version: row.version,
    set: row.set,
    code: row.code,
    words: describeTaxonomyChange(row),
    madeAt: row.madeAt,
    madeBy: row.madeBy,
    breakOn,
  }));
  return { versions, all: counted?.all ?? 0 };
}
