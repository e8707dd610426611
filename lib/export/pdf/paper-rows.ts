import type { TwinTable } from '../../charts/chart-model.ts';
import { formatCount } from '../../charts/format.ts';
import type { PackPanel } from '../../packs/pack.ts';

/** More rows than these fill more than a hundred sheets; other files have them all. */
export const MOST_ROWS = 5000;

/** What of the table of a panel stands on paper, and in words what does not. */
export interface PaperRows {
  table: TwinTable;
  /** What is said instead of rows; none where they are all there. */
  instead: readonly string[];
}

/**
 * The rows of a panel that say more than its picture does. A heat map that is drawn has every figure of its table, and
 * of a watch-list only what signals is read; other files have every row.
 * @param isDrawn whether the picture stands on paper, too
 */
export function paperRows({ picture, table }: PackPanel, isDrawn: boolean): PaperRows {
  if (picture?.kind === 'heat' && isDrawn) return { table: { ...table, rows: [] }, instead: [] };
  if (picture?.kind === 'signals') {
    const fired = table.columns.findIndex(({ id }) => id === 'fired');
    const rows = table.rows.filter(({ cells }) => cells[fired] != null);
    return { table: { ...table, rows }, instead: [quietWords(picture)] };
  }
  if (table.rows.length <= MOST_ROWS) return { table, instead: [] };
  const rows = table.rows.slice(0, MOST_ROWS);
  return { table: { ...table, rows }, instead: [cutWords(table.rows.length)] };
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
