import { UNKNOWN_HOUR } from '@/db/fact-columns.ts';
import { countByDimension, countIncidents } from '@/db/queries/incident-counts.ts';
import { countByTechnique } from '@/db/queries/technique-counts.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { amongFound } from '@/db/reports/search.ts';
import type { Asked } from '@/db/where.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { type DimensionId, isOneValued, type OneValued } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FilterOption } from '@/lib/filters/frame-model.ts';
import { skillCode } from '@/lib/filters/skill-values.ts';
import { countedTerms } from '@/lib/filters/vocabulary.ts';

/**
 * The values of one dimension with how many incidents each would show under the other filters and, where there is a
 * text, among those that say it; these are counted in the record, to the last one. Values without any
 * are there too, so that a filter can be read and undone; what the vocabulary does not have cannot be asked for.
 */
export async function filterOptions(
  viewer: Viewer,
  filters: Filters,
  dimension: DimensionId,
  { record, search = '' }: { record?: RecordDatabase; search?: string } = {},
): Promise<FilterOption[]> {
  demand(viewer, 'see_incidents');
  const reading = await openReading(record ?? (await theRecord()), viewer, filters);
  try {
    return await toOptions(await amongFound(reading, search), dimension);
  } finally {
    await reading.snapshot.close();
  }
}

async function toOptions(reading: Reading, dimension: DimensionId): Promise<FilterOption[]> {
  const others = {
    ...reading.asked,
    selections: reading.asked.selections.filter((selection) => selection.dimension !== dimension),
  };
  const byCode = isOneValued(dimension)
    ? await countValues(reading, others, dimension)
    : await countSkills(reading, others);
  const chosen = chosenIds(reading.filters, dimension);
  return countedTerms(reading.vocabularies[dimension]).map((term) => ({
    id: term.id,
    label: term.retired ? `${term.label} (retired)` : term.label,
    count: byCode.get(term.code) ?? 0,
    chosen: chosen.has(term.id),
  }));
}

async function countValues({ snapshot, viewer }: Reading, asked: Asked, dimension: OneValued) {
  const counts = await countByDimension(snapshot, viewer, asked, dimension);
  return new Map(counts.map(({ code, count }) => [code ?? UNKNOWN_HOUR, count]));
}

async function countSkills({ snapshot, viewer }: Reading, asked: Asked): Promise<Map<number, number>> {
  const without = { ...asked, selections: [...asked.selections, NO_TECHNIQUE] };
  const [{ whole, handled }, none] = await Promise.all([
    countByTechnique(snapshot, viewer, asked),
    countIncidents(snapshot, viewer, without),
  ]);
  return new Map([
    ...whole.map(({ technique, incidents }): [number, number] => [skillCode(technique, null), incidents]),
    ...handled.map((row): [number, number] => [skillCode(row.technique, row.observation), row.incidents]),
    [skillCode(0, null), none],
  ]);
}

const NO_TECHNIQUE = { dimension: 'technique', exclude: false, codes: [skillCode(0, null)] } as const;

function chosenIds(filters: Filters, dimension: DimensionId): Set<string> {
  const selections = filters.selections.filter((selection) => selection.dimension === dimension);
  return new Set(selections.flatMap((selection) => selection.values));
}
