import { type CrossTable, crossTable } from '../analysis/cross-table.ts';
import { SHARE_STEPS, shareStep } from '../analysis/heat-steps.ts';
import { type CodeCount, rank } from '../analysis/pareto.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Term } from '../filters/vocabulary.ts';
import { OUTCOMES, type Outcome, toCode } from '../taxonomy/fixed-sets.ts';
import { OUTCOME_LABELS, OUTCOME_ORDER } from '../taxonomy/labels.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount } from './format.ts';
import type { HeatMap } from './heat-model.ts';
import { openCells } from './heat-twin.ts';
import { openIncidents } from './open-link.ts';
import { outcomeHeadline } from './outcome-headline.ts';

const DEFINITION =
  'Incidents counted once each by trigger and outcome. The number is the count; the tone is its share of the trigger’s incidents, so that rows of different size can be compared. Outcomes that are not known are hatched and have no tone. Settled outcomes are all but unknown and follow-up pending; the headline compares the share of settled outcomes that are unresolved or lost with that of all other triggers and names one only beyond chance (95 % over all triggers compared, Newcombe’s interval with Bonferroni’s correction).';

export interface OutcomeRow {
  trigger: number;
  outcome: number;
  count: number;
}

/** Trigger by outcome: which kind of incident ends how. */
export function outcomeHeat(
  rows: readonly OutcomeRow[],
  triggers: readonly Term[],
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<HeatMap> {
  const byTrigger = rank(sumByTrigger(rows), null, triggers);
  const terms = byTrigger.values.map(({ term }) => term);
  const table = crossTable(
    rows
      .filter(({ count }) => count > 0)
      .map(({ trigger, outcome, count }) => ({ row: trigger, column: outcome, count })),
    terms.map(({ code }) => code),
    OUTCOME_ORDER.map((outcome) => toCode(OUTCOMES, outcome)),
  );
  const { total } = table;
  const picture = total === 0 ? null : toHeatMap(table, terms);
  return {
    id: 'outcomes',
    headline: outcomeHeadline(table, terms, OUTCOME_ORDER),
    subtitle: subtitle(table, periodWords),
    definition: { title: 'Trigger by outcome', text: DEFINITION, passage: 'counted' },
    picture,
    empty: total === 0 ? 'No incidents in this period.' : null,
    table: openCells(toTable(table, terms), picture),
    open: openIncidents(total),
  };
}

function sumByTrigger(rows: readonly OutcomeRow[]): CodeCount[] {
  const sums = new Map<number, number>();
  for (const { trigger, count } of rows) sums.set(trigger, (sums.get(trigger) ?? 0) + count);
  return [...sums].map(([code, count]) => ({ code, count }));
}

function toHeatMap(
  { counts, rowTotals, columnTotals, total }: CrossTable,
  triggers: readonly Term[],
): HeatMap {
  return {
    kind: 'heat',
    rowTitle: 'Trigger',
    rows: triggers.map(({ id, label }, index) => ({
      id,
      label,
      total: rowTotals[index] ?? 0,
      open: narrow(id, null),
    })),
    columns: OUTCOME_ORDER.map((id, index) => {
      const count = columnTotals[index] ?? 0;
      return { id, label: OUTCOME_LABELS[id], total: count, open: count === 0 ? null : narrow(null, id) };
    }),
    cells: triggers.map(({ id }, row) =>
      OUTCOME_ORDER.map((outcome, column) => {
        const count = counts[row]?.[column] ?? 0;
        return {
          count,
          step: outcome === 'unknown' ? 0 : shareStep(count, rowTotals[row] ?? 0),
          unknown: outcome === 'unknown',
          open: count === 0 ? null : narrow(id, outcome),
        };
      }),
    ),
    total,
    key: {
      title: 'Share of the trigger’s incidents, %',
      from: '0',
      to: '100',
      steps: `steps at ${SHARE_STEPS.join(', ')}`,
      unknown: true,
    },
  };
}

function narrow(trigger: string | null, outcome: Outcome | null): Narrowing {
  return {
    selections: [
      ...(trigger ? [{ dimension: 'trigger' as const, value: trigger }] : []),
      ...(outcome ? [{ dimension: 'outcome' as const, value: outcome }] : []),
    ],
  };
}

function subtitle({ total, columnTotals }: CrossTable, periodWords: string): string {
  const of = (outcome: Outcome) => formatCount(columnTotals[OUTCOME_ORDER.indexOf(outcome)] ?? 0);
  return `Incidents by trigger and outcome, ${periodWords}, n\u00a0${formatCount(total)}, none left out. The number is the count, the shade its share of the row. Shown but not judged in the headline: ${of('unknown')} unknown, ${of('follow_up_pending')} pending.`;
}

function toTable(
  { counts, rowTotals, columnTotals, total }: CrossTable,
  triggers: readonly Term[],
): TwinTable {
  return {
    columns: [
      { id: 'trigger', label: 'Trigger', form: 'text' },
      ...OUTCOME_ORDER.map((id) => ({ id, label: OUTCOME_LABELS[id], form: 'count' as const })),
      { id: 'total', label: 'Total', form: 'count' },
    ],
    rows: triggers.map(({ id, label }, index) => ({
      cells: [label, ...(counts[index] ?? []), rowTotals[index] ?? 0],
      open: narrow(id, null),
    })),
    total: ['Total', ...columnTotals, total],
  };
}
