import { eq, type SQL } from 'drizzle-orm';
import { filtersOf, incidentFilters, type RecordGrain, viewOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { isCopy, listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { placeOf } from '@/db/held-conditions.ts';
import type { AsOf } from '@/db/measure-conditions.ts';
import { type Asked, EVERYTHING, where, whereOverContacts, whereRecords } from '@/db/where.ts';
import type { WhereWindows } from '@/db/where-windows.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, inOrder } from './cut.ts';
import { packCounts } from './packed-counts.ts';
import { pickSums, type SumsByMeasure } from './placed-sums.ts';
import { ALL, countAll, readSums, type SumOptions, sumColumns } from './sum-columns.ts';

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
  const options = {
    asOf: asOf(asked),
    number,
    overContacts: whereOverContacts(viewer),
    withP90: !cut.bucket,
  };
  const { figures, readAll } = selectSums(ids, options, view === factIncident && isCopy(facts));
  const all = { ...columns, ...figures };
  const scan = facts.select(all).from(view);
  const narrowed = isJoined
    ? scan.innerJoin(factIncident, eq(view.number, factIncident.number)).where(where(viewer, asked))
    : scan.where(alone);
  const answer = await listColumns(facts, narrowed.groupBy(...groups).orderBy(...orders));
  const selected = Object.keys(all);
  const pieces = readPieces(answer, selected);
  const found = readAll({ columns: answer, selected, pieces });
  return orders.length > 0 ? found : pickAll(found, inOrder(pieces, cut));
}

/** The same of incidents in several windows at once, each by itself. */
export async function sumIncidentsInWindows(
  { facts }: Snapshot,
  askeds: readonly Asked[],
  windows: WhereWindows,
  ids: readonly MeasureId[],
  cut: Cut,
): Promise<SumsByMeasure[]> {
  const window = { window: windows.place };
  const { columns, groups, orders, readPieces } = cutSql(cut, incidentFilters, window);
  const [first = EVERYTHING] = askeds;
  const options = { asOf: asOf(first), number: null, overContacts: undefined, withP90: !cut.bucket };
  const { figures, readAll } = selectSums(ids, options, isCopy(facts));
  const all = { ...columns, ...figures };
  const scan = facts.select(all).from(factIncident).where(windows.condition);
  const answer = await listColumns(facts, scan.groupBy(...groups).orderBy(...orders));
  const selected = Object.keys(all);
  const pieces = readPieces(answer, selected);
  const places = inOrder(pieces, cut);
  const found = readAll({ columns: answer, selected, pieces });
  const windowOf = answer.numbers(selected.indexOf('window'));
  return askeds.map((_, own) =>
    pickAll(
      found,
      places.filter((place) => windowOf[place] === own),
    ),
  );
}

function pickAll(found: SumsByMeasure, places: readonly number[]): SumsByMeasure {
  return new Map([...found].map(([id, sums]) => [id, pickSums(sums, places)]));
}

function asOf(asked: Asked): AsOf {
  return { ...asked, within: asked.window };
}

/** What is selected for the sums of measures, and how they are read again. */
function selectSums(ids: readonly MeasureId[], options: SumOptions, isHeld: boolean) {
  const wanted = ids.map((id) => sumColumns(id, options));
  const packed = packCounts(
    Object.assign({}, ...wanted.map(({ counts }) => counts)),
    isHeld ? placeOf : undefined,
  );
  const own: Record<string, SQL> = Object.assign({}, ...wanted.map((each) => each.figures));
  const figures: Record<string, SQL> = { [ALL]: countAll, ...packed.columns, ...own };
  return {
    figures,
    readAll: (read: Parameters<typeof readSums>[2]): SumsByMeasure =>
      new Map(ids.map((id) => [id, readSums(id, packed, read)])),
  };
}
