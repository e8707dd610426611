import { eq } from 'drizzle-orm';
import { filtersOf, incidentFilters, type RecordGrain, viewOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { listRows, type Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where, whereOverContacts, whereRecords } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, type SumsByMeasure } from './cut.ts';
import { countAll, sumColumns, sumsReader } from './sum-columns.ts';

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
  const { columns, groups, orders, pieceReader } = cutSql(cut, isJoined ? incidentFilters : own);
  const number = view === factIncident || cut.by.length > 1 ? null : view.number;
  const figures = ids.map((id) =>
    sumColumns(id, {
      asOf: asked,
      number,
      overContacts: whereOverContacts(viewer),
      withP90: cut.bucket === null,
    }),
  );
  const all = { ...columns, all: countAll, ...Object.assign({}, ...figures) };
  const selected = facts.select(all).from(view);
  const found = isJoined
    ? selected.innerJoin(factIncident, eq(view.number, factIncident.number)).where(where(viewer, asked))
    : selected.where(alone);
  const rows = await listRows(facts, found.groupBy(...groups).orderBy(...orders));
  const names = Object.keys(all);
  const place = names.indexOf('all');
  const pieceOf = pieceReader(names);
  const pieces = rows.map((row) => ({ row, piece: pieceOf(row), all: Number(row[place]) }));
  return new Map(
    ids.map((id) => {
      const read = sumsReader(id, names);
      return [id, pieces.map(({ row, piece, all }) => read(row, all, piece))];
    }),
  );
}
