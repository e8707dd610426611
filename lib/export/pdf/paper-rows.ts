import type { TwinTable } from '../../charts/chart-model.ts';
import { formatCount } from '../../charts/format.ts';
import { largestRows } from '../../charts/largest-rows.ts';
import type { PackPanel } from '../../packs/pack.ts';

/** More rows than these fill more than a hundred sheets; other files have them all. */
export const MOST_ROWS = 5000;

/** The paths of a flow that are read on paper; a table of all of them takes a sheet for every thirty. */
const MOST_PATHS = 40;

/** What of the table of a panel stands on paper, and in words what does not. */
export interface PaperRows {
  table: TwinTable;
  /** What is said instead of rows; none where they are all there. */
  instead: readonly string[];
}

/**
 * The rows of a panel that say more than its picture does. A heat map that is drawn has every figure of its table, of a
 * watch-list only what signals is read, and the smallest paths of a flow are summed in one row; other files have every row.
 * @param isDrawn whether the picture stands on paper, too
 */
export function paperRows({ picture, table }: PackPanel, isDrawn: boolean): PaperRows {
  if (picture?.kind === 'heat' && isDrawn) return { table: { ...table, rows: [] }, instead: [] };
  if (picture?.kind === 'signals') {
    const fired = table.columns.findIndex(({ id }) => id === 'fired');
    const rows = table.rows.filter(({ cells }) => cells[fired] != null);
    return { table: { ...table, rows }, instead: [quietWords(picture)] };
  }
  if (picture?.kind === 'flow' && table.rows.length > MOST_PATHS + 1) return largestPaths(table);
  if (table.rows.length <= MOST_ROWS) return { table, instead: [] };
  const rows = table.rows.slice(0, MOST_ROWS);
  return { table: { ...table, rows }, instead: [cutWords(table.rows.length)] };
}

function largestPaths(table: TwinTable): PaperRows {
  const { rows, rest } = largestRows(table, MOST_PATHS);
  if (!rest) return { table, instead: [] };
  const [, ...figures] = rest.cells;
  const words = `${formatCount(rest.count)} further paths, in XLSX, CSV and NDJSON`;
  return { table: { ...table, rows: [...rows, { cells: [words, ...figures], open: null }] }, instead: [] };
}

/** All that a heat map shows, for those who do not see it: "Billing error: compensated 4, churned 2; 6 in all." */
export function heatWords({ columns, rows }: TwinTable): string {
  const [, ...rest] = columns;
  const figures = rest.slice(0, -1);
  return rows
    .map(({ cells: [name, ...counts] }) => {
      const told = figures.flatMap(({ label }, at) =>
        counts[at] ? [`${label.toLowerCase()} ${formatCount(Number(counts[at]))}`] : [],
      );
      const sum = `${formatCount(Number(counts[figures.length] ?? 0))} in all`;
      return `${name}: ${[told.join(', '), sum].filter((words) => words !== '').join('; ')}.`;
    })
    .join(' ');
}

function quietWords({ quiet, few }: { quiet: number; few: number }): string {
  const judged = `${formatCount(quiet)} series ${quiet === 1 ? 'was' : 'were'} judged and ${quiet === 1 ? 'shows' : 'show'} common cause only; ${formatCount(few)} ${few === 1 ? 'has' : 'have'} too few to judge.`;
  return `${judged} XLSX, CSV and NDJSON have a row for each that was laid out.`;
}

function cutWords(count: number): string {
  return `The first ${formatCount(MOST_ROWS)} of ${formatCount(count)} rows. XLSX, CSV and NDJSON have all of them.`;
}
