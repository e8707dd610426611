import { holdsIncident } from '@/db/queries/incident-list.ts';
import { listKeptPatterns, listPatternsNaming } from '@/db/queries/patterns.ts';
import { readPattern } from '@/db/reports/pattern-findings.ts';
import { openReading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { PatternStatus } from '@/lib/patterns/pattern-status.ts';

/** A kept pattern that an incident belongs to. */
export interface PatternOfIncident {
  patternId: number;
  name: string;
  status: PatternStatus;
  /** Whether people name it as evidence; else it is held by the pattern's filters alone. */
  isNamed: boolean;
}

/**
 * The kept patterns whose filters hold an incident, whenever it occurred, and those that name it; the latest first.
 * Nothing for an incident that is not the viewer's to see. Throws Forbidden without the right.
 */
export async function patternsOfIncident(
  viewer: Viewer,
  number: number,
  options: { record?: RecordDatabase } = {},
): Promise<PatternOfIncident[]> {
  demand(viewer, 'see_reports');
  const record = options.record ?? (await theRecord());
  const rows = await listKeptPatterns(record, viewer);
  if (rows.length === 0) return [];
  const naming = await listPatternsNaming(record, viewer, number);
  const usual = parseFilters(new URLSearchParams());
  const reading = await openReading(record, viewer, usual);
  try {
    const belongs = await Promise.all(
      rows.map(async ({ patternId, name, status, filter }) => {
        const isNamed = naming.has(patternId);
        const { asked } = readPattern(reading, { filter }, usual);
        const holds =
          isNamed || (await holdsIncident(reading.snapshot, viewer, { ...asked, window: null }, number));
        return holds ? [{ patternId, name, status, isNamed }] : [];
      }),
    );
    return belongs.flat();
  } finally {
    await reading.snapshot.close();
  }
}
