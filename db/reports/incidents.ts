import { countKnown } from '@/db/queries/incident-list.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { countNewer } from '@/db/queries/newer-incidents.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { adviseOnEmpty, askHeading } from '@/db/reports/heading.ts';
import { askIncidentRows } from '@/db/reports/incident-rows.ts';
import { askListPage, type ListPage } from '@/db/reports/list-page.ts';
import { openList } from '@/db/reports/list-source.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { type Found, openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { type IncidentRow, OPTIONAL_COLUMNS, type OptionalColumn } from '@/lib/analysis/incident-row.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import { GRAINS } from '@/lib/measures/grain.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

export const ROWS_A_PAGE = 50;

/** The list of incidents: exactly those behind the filters, counted and ordered in one reading of the facts. */
export interface IncidentsReport {
  frame: FrameModel;
  heading: HeadingModel;
  /** How many of these were written or changed since the moment of the figures. */
  newer: number;
  advice: EmptyAdvice | null;
  list: ListState;
  page: ListPage;
  rows: readonly IncidentRow[];
  /** Columns in which at least one incident of the whole list has something known. */
  columns: readonly OptionalColumn[];
  /** What was looked for and how much of it there is; null without a search. */
  found: Found | null;
  /** When the list is a measure's denominator: what of it is to be told beside the number of incidents. */
  measure: MeasureOfList | null;
}

/** What a measure counts in a list: its records where they are not incidents, and those above the line. */
export interface MeasureOfList {
  label: string;
  records: { count: number; one: string; many: string; among: string } | null;
  numerator: { count: number; words: string } | null;
}

/** Answers the list for a viewer, so many `rows` a page. `now` (milliseconds since 1970) stands in for the clock of the record in tests. */
export async function incidentsReport(
  viewer: Viewer,
  filters: Filters,
  state: ListState,
  options: { record?: RecordDatabase; now?: number; rows?: number; atOnce?: number } = {},
): Promise<IncidentsReport> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, options.now);
  try {
    const [heading, search] = await Promise.all([
      askHeading(reading),
      openSearch(reading, state.search, options.atOnce),
    ]);
    const source = await (search?.open(state) ?? openList(reading, state));
    const finding = search?.count() ?? Promise.resolve(null);
    const count = async () => {
      const found = await finding;
      if (!found) return heading.shown;
      return found.count;
    };
    const [found, page, known, measure, advice, newer] = await Promise.all([
      finding,
      askListPage(reading, source, { state, size: options.rows ?? ROWS_A_PAGE, count }),
      countKnown(reading.snapshot, viewer, reading.asked),
      askMeasure(reading),
      adviseOnEmpty(reading, heading.shown),
      askNewer(reading),
    ]);
    const [rows, hits] = await Promise.all([
      askIncidentRows(reading, page.numbers),
      search?.listHits(page.numbers),
    ]);
    return {
      frame: toFrame(reading),
      heading,
      newer,
      advice,
      list: state,
      page,
      rows: hits ? rows.map((row) => ({ ...row, found: hits.get(row.number) ?? null })) : rows,
      found,
      columns: OPTIONAL_COLUMNS.filter((column) => known[column] > 0),
      measure,
    };
  } finally {
    await reading.snapshot.close();
  }
}

async function askNewer({ record, viewer, asked, snapshot, coverage }: Reading): Promise<number> {
  if (snapshot.contains === null) return 0;
  // A period that goes to the ends of the copy is meant to go to those of the record.
  const window = asked.window && {
    from: coverage && asked.window.from <= coverage.from ? '0001-01-01' : asked.window.from,
    until: coverage && asked.window.until >= coverage.until ? '9999-12-31' : asked.window.until,
  };
  return countNewer(record, viewer, { ...asked, window }, snapshot.contains);
}

async function askMeasure({ snapshot, viewer, asked }: Reading): Promise<MeasureOfList | null> {
  if (!asked.measure) return null;
  const sums = (await sumMeasures(snapshot, viewer, asked, [asked.measure])).get(asked.measure);
  const measure = MEASURES[asked.measure];
  const { label, grain, words, numerator } = measure;
  if (!sums || (grain === 'incident' && numerator.length === 0)) return null;
  return {
    label,
    records: grain === 'incident' ? null : { count: sums.denominator, ...GRAINS[grain] },
    numerator: numerator.length === 0 ? null : { count: sums.numerator, words: words.numerator },
  };
}
