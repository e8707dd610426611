import { countByDimension } from '@/db/queries/incident-counts.ts';
import { countKnown, type ListOrder, listIncidentNumbers } from '@/db/queries/incident-list.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { countNewer } from '@/db/queries/newer-incidents.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { adviseOnEmpty, askHeading } from '@/db/reports/heading.ts';
import { askIncidentRows } from '@/db/reports/incident-rows.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { type Found, openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { type IncidentRow, OPTIONAL_COLUMNS, type OptionalColumn } from '@/lib/analysis/incident-row.ts';
import { pageOfGroups } from '@/lib/analysis/page-of-groups.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import type { ListState, SortKey } from '@/lib/filters/list-state.ts';
import type { Term } from '@/lib/filters/vocabulary.ts';
import { GRAINS } from '@/lib/measures/grain.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

export const ROWS_A_PAGE = 50;

/** The list of incidents: exactly those behind the filters, counted and ordered in one reading of the facts. */
export interface IncidentsReport {
  frame: FrameModel;
  heading: HeadingModel;
  /** How many of these were written or changed since the moment of the figures. */
  newer: number;
  advice: EmptyAdvice | null;
  /** The list as it stands: a page past the last one is the last one. */
  list: ListState;
  pages: number;
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

/** Answers the list for a viewer. `now` (milliseconds since 1970) stands in for the clock of the record in tests. */
export async function incidentsReport(
  viewer: Viewer,
  filters: Filters,
  asked: ListState,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<IncidentsReport> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, options.now);
  try {
    const heading = await askHeading(reading);
    const search = await openSearch(reading, asked.search);
    const pages = Math.max(1, Math.ceil((search?.found.count ?? heading.shown) / ROWS_A_PAGE));
    const list = { ...asked, page: Math.min(asked.page, pages) };
    const [numbers, known, measure, advice, newer] = await Promise.all([
      search ? search.listNumbers(orderOf(reading, list), toCut(list)) : listNumbers(reading, list),
      countKnown(reading.snapshot, viewer, reading.asked),
      askMeasure(reading),
      adviseOnEmpty(reading, heading.shown),
      askNewer(reading),
    ]);
    return {
      frame: toFrame(reading),
      heading,
      newer,
      advice,
      list,
      pages,
      rows: await askIncidentRows(reading, numbers, await search?.listHits(numbers)),
      found: search?.found ?? null,
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

const toCut = ({ page }: ListState) => ({ limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE });

/** The order that a state of the list asks for, with the values of a dimension as people would sort them. */
function orderOf({ vocabularies }: Reading, { sort, descending }: ListState): ListOrder {
  const dimension = dimensionOf[sort];
  if (!dimension) return { by: figureOf[sort] ?? 'occurred', descending };
  return { by: 'dimension', dimension, codes: inOrder(vocabularies[dimension], dimension, descending) };
}

async function listNumbers(reading: Reading, list: ListState): Promise<number[]> {
  const { sort, descending } = list;
  const cut = toCut(list);
  const { snapshot, viewer, asked } = reading;
  const dimension = dimensionOf[sort];
  if (!dimension) {
    const by = figureOf[sort] ?? 'occurred';
    return listIncidentNumbers(snapshot, viewer, asked, { by, descending }, cut);
  }
  const counts = await countByDimension(snapshot, viewer, asked, dimension);
  const byCode = new Map(counts.map(({ code, count }) => [code, count]));
  const groups = inOrder(reading.vocabularies[dimension], dimension, descending).map((code) => ({
    code,
    count: byCode.get(code) ?? 0,
  }));
  const { codes, skip } = pageOfGroups(groups, cut);
  const order: ListOrder = { by: 'dimension', dimension, codes };
  const touched = { ...asked, selections: [...asked.selections, { dimension, exclude: false, codes }] };
  return listIncidentNumbers(snapshot, viewer, touched, order, { limit: cut.limit, offset: skip });
}

const dimensionOf: Partial<Record<SortKey, OneValued>> = {
  trigger: 'trigger',
  outcome: 'outcome',
  level: 'level',
  channel: 'channel',
  team: 'team',
  product: 'product',
};
const figureOf: Partial<Record<SortKey, 'occurred' | 'number' | 'severity' | 'minutesToClose'>> = {
  occurred: 'occurred',
  number: 'number',
  severity: 'severity',
  close: 'minutesToClose',
};

/** Codes as people would sort them: by rank where there is one, else by name; what is not known stays last. */
function inOrder(terms: readonly Term[], dimension: OneValued, descending: boolean): number[] {
  const ranked = dimension === 'outcome' || dimension === 'level';
  const known = terms
    .filter((term) => term.code !== UNKNOWN_CODE)
    .sort((one, other) => (ranked ? one.rank - other.rank : 0) || byName.compare(one.label, other.label));
  return [...(descending ? known.reverse() : known).map((term) => term.code), UNKNOWN_CODE];
}

const byName = new Intl.Collator('en', { numeric: true });

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
