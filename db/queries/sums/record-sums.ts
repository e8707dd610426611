import { eq, type SQL } from 'drizzle-orm';
import { filtersOf, incidentFilters, type RecordGrain, viewOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';

import { isCopy, listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { placeOf } from '@/db/held-conditions.ts';
import { type Asked, where, whereOverContacts, whereRecords } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql } from './cut.ts';
import { packCounts } from './packed-counts.ts';
import type { SumsByMeasure } from './placed-sums.ts';
import { ALL, countAll, readSums, sumColumns } from './sum-columns.ts';

/**
 * Sums of measures of one grain, out of one scan. Steps, stays and follow-ups carry what most filters ask for, and are
 * joined to their incidents for the rest. Where they are parted in several ways, the incidents that they belong to are not
 * counted: distinct ones take four times as long as all the rest. They are null then.
 */
export async function sumRecords(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  grain: RecordGrain,
  ids: readonly MeasureId[],
  cut: Cut,
): Promise<SumsByMeasure> {
  const view = viewOf[grain];
  const own = filtersOf[grain];
  const alone = view === factIncident ? where(viewer, asked) : whereRecords(viewer, asked, own);
  const isJoined = alone === null || cut.by.some((dimension) => dimension !== null && !own[dimension]);
  const { columns, groups, orders, readPieces } = cutSql(cut, isJoined ? incidentFilters : own);
  const number = view === factIncident || cut.by.length > 1 ? null : view.number;
  const wanted = ids.map((id) =>
    sumColumns(id, {
      asOf: { ...asked, within: asked.window },
      number,
      overContacts: whereOverContacts(viewer),
      withP90: cut.bucket === null,
    }),
  );
  const packed = packCounts(
    Object.assign({}, ...wanted.map(({ counts }) => counts)),
    view === factIncident && isCopy(facts) ? placeOf : undefined,
  );
  const figures: Record<string, SQL> = Object.assign({}, ...wanted.map((each) => each.figures));
  const all = { ...columns, [ALL]: countAll, ...packed.columns, ...figures };
  const scan = facts.select(all).from(view);
  const narrowed = isJoined
    ? scan.innerJoin(factIncident, eq(view.number, factIncident.number)).where(where(viewer, asked))
    : scan.where(alone);
  const answer = await listColumns(facts, narrowed.groupBy(...groups).orderBy(...orders));
  const selected = Object.keys(all);
  const read = { columns: answer, selected, pieces: readPieces(answer, selected) };
  return new Map(ids.map((id) => [id, readSums(id, packed, read)]));
}
