import { UNKNOWN_HOUR } from '@/db/fact-columns.ts';
import { countByDimension } from '@/db/queries/incident-counts.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FilterOption } from '@/lib/filters/frame-model.ts';

/**
 * The values of one dimension with how many incidents each would show under the other filters. Values without any
 * are there too, so that a filter can be read and undone; what the vocabulary does not have cannot be asked for.
 */
export async function filterOptions(
  viewer: Viewer,
  filters: Filters,
  dimension: DimensionId,
  record?: RecordDatabase,
): Promise<FilterOption[]> {
  demand(viewer, 'see_incidents');
  const reading = await openReading(record ?? (await theRecord()), viewer, filters);
  try {
    return await toOptions(reading, dimension);
  } finally {
    await reading.snapshot.close();
  }
}

async function toOptions(reading: Reading, dimension: DimensionId): Promise<FilterOption[]> {
  const others = {
    ...reading.asked,
    selections: reading.asked.selections.filter((selection) => selection.dimension !== dimension),
  };
  const counts = await countByDimension(reading.snapshot, reading.viewer, others, dimension);
  const byCode = new Map(counts.map(({ code, count }) => [code ?? UNKNOWN_HOUR, count]));
  const chosen = chosenIds(reading.filters, dimension);
  return reading.vocabularies[dimension].map((term) => ({
    id: term.id,
    label: term.label,
    count: byCode.get(term.code) ?? 0,
    chosen: chosen.has(term.id),
  }));
}

function chosenIds(filters: Filters, dimension: DimensionId): Set<string> {
  const selections = filters.selections.filter((selection) => selection.dimension === dimension);
  return new Set(selections.flatMap((selection) => selection.values));
}
