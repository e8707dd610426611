import { countIncidents } from '@/db/queries/incident-counts.ts';
import { sumMeasureBy, sumMeasures } from '@/db/queries/measures.ts';
import { spreadBy } from '@/db/queries/spreads.ts';
import { countPeople } from '@/db/queries/unit-people.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { staffTable } from '@/db/reports/staff-table.ts';
import { hidesSmallCells } from '@/lib/access.ts';
import { type ComparedUnit, unitFunnel } from '@/lib/analysis/skills/unit-funnel.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { FunnelPlot } from '@/lib/charts/skills/funnel-model.ts';
import { funnelPanel } from '@/lib/charts/skills/funnel-panel.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { ComparedBy, SkillsState } from '@/lib/filters/skills-state.ts';
import type { Term } from '@/lib/filters/vocabulary.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency } from '@/lib/measures/money.ts';

/** Teams or sites by a measure: which lie outside what chance explains. */
export async function askFunnelPanel(
  reading: Reading,
  { chart, by }: SkillsState,
): Promise<Panel<FunnelPlot>> {
  const { snapshot, viewer, asked, windows, workspace } = reading;
  const measure = inCurrency(MEASURES[chart], workspace.currency);
  const [units, large, shown] = await Promise.all([
    askUnits(reading, measure, by),
    largeUnits(reading, measure, by),
    countIncidents(snapshot, viewer, asked),
  ]);
  const told = units.filter(({ term }) => term.code !== UNKNOWN && (large === null || large.has(term.code)));
  return funnelPanel(unitFunnel(measure, told), {
    measure,
    by,
    periodWords: windowWords(windows.current),
    shown,
    incidents: sum(told, ({ incidents }) => incidents),
    records: sum(told, ({ denominator }) => denominator),
    hidden: units.filter(({ term }) => term.code !== UNKNOWN).length - told.length,
  });
}

const UNKNOWN = 0;

async function askUnits(reading: Reading, measure: Measure, by: ComparedBy): Promise<ComparedUnit[]> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  const termOf = (code: number | null): Term[] => vocabularies[by].filter((term) => term.code === code);
  if (measure.column === undefined) {
    const rows = await sumMeasureBy(snapshot, viewer, asked, measure.id, by);
    return rows.flatMap(({ code, numerator, denominator, incidents }) =>
      termOf(code).map((term) => ({ term, numerator, denominator, squares: 0, incidents })),
    );
  }
  const isMedian = measure.aggregate === 'median';
  const middle = isMedian
    ? (await sumMeasures(snapshot, viewer, asked, [measure.id])).get(measure.id)?.median
    : 0;
  const rows = await spreadBy(snapshot, viewer, asked, measure.id, by, middle ?? 0);
  return rows.flatMap(({ code, count, above, squares, incidents, ...row }) =>
    termOf(code).map((term) => ({
      term,
      numerator: isMedian ? above : row.sum,
      denominator: count,
      squares,
      incidents,
    })),
  );
}

/** The teams or sites that are no small group; null where the viewer may see all. */
async function largeUnits(
  reading: Reading,
  { id }: Measure,
  by: ComparedBy,
): Promise<ReadonlySet<number> | null> {
  const { snapshot, viewer, asked, settings } = reading;
  if (!hidesSmallCells(viewer)) return null;
  const people = await countPeople(snapshot, viewer, { ...asked, measure: id }, by);
  const shares = people.map(({ unit, agent, incidents }) => ({
    agent,
    row: 0,
    column: unit,
    incidents,
    sums: {},
  }));
  const columns = [...new Set(people.map(({ unit }) => unit))];
  const shown = { rows: [0], columns, rowSums: false, columnSums: false, total: false };
  const [row] = staffTable(viewer, shares, shown, settings).rows;
  return new Set(columns.filter((_, place) => row?.cells[place]));
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
