import { listRebasesOfAll } from '@/db/queries/rebases.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { WATCHED } from '@/db/reports/watched.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import type { Rebase } from '@/lib/analysis/rebases.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** Where the limits of a measure begin anew among the incidents of one value. */
export type PartRebases = (of: Part, measure: MeasureId) => readonly Rebase[];

interface Part {
  dimension: (typeof WATCHED)[number];
  id: string;
}

/**
 * What was decided of charts that are parts of those of a reading, each of the incidents of one value: whoever opens such a
 * chart sees its limits begun anew, so that a list that leads to it must, too. Asked once of the record.
 */
export function partRebasesOf(reading: Reading): Promise<PartRebases> {
  const known = asked.get(reading) ?? askPartRebases(reading);
  asked.set(reading, known);
  return known;
}

const asked = new WeakMap<Reading, Promise<PartRebases>>();

async function askPartRebases({ record, viewer, filters, vocabularies }: Reading): Promise<PartRebases> {
  const all = await listRebasesOfAll(record, vocabularies);
  if (all.length === 0) return () => NONE;
  const byScope = groupBy(all, ({ scope }) => scope);
  const scopes = new Map<string, string | null>();
  return ({ dimension, id }, measure) => {
    const key = `${dimension} ${id}`;
    const narrowed = () => narrow(filters, { selections: [{ dimension, value: id }] });
    const scope = scopes.has(key) ? (scopes.get(key) ?? null) : seriesScope(narrowed(), viewer);
    scopes.set(key, scope);
    const own = scope === null ? undefined : byScope.get(scope);
    return own?.filter((rebase) => rebase.measure === measure) ?? NONE;
  };
}

const NONE: readonly Rebase[] = [];
