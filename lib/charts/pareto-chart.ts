import type { Ranking } from '../analysis/pareto.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount } from './format.ts';
import { openIncidents } from './open-link.ts';
import { paretoHeadline } from './pareto-headline.ts';
import type { ParetoBar, ParetoChart } from './pareto-model.ts';
import { capital } from './sentence-words.ts';

const DEFINITION =
  'Incidents counted once each under the trigger that set them off, largest first, ties by name; what is not classified is a bar of its own at the end. Shares are of all incidents in the period. The cumulative share adds them up from the top. A bracket joins bars whose order chance could have made: the 95 % interval of the difference of their shares holds 0 (Newcombe’s method for two shares of one sample).';

/** Triggers by count: what recurs most, and what cannot be told apart. */
export function triggerPareto(
  ranking: Ranking,
  { periodWords, comparisonWords }: Pick<ChartContext, 'periodWords' | 'comparisonWords'>,
): Panel<ParetoChart> {
  const { total } = ranking;
  const compared = ranking.values.some(({ comparison }) => comparison !== null) ? comparisonWords : null;
  return {
    id: 'triggers',
    headline: paretoHeadline(ranking),
    subtitle: subtitle(ranking, periodWords, compared),
    definition: { title: 'Incidents by trigger', text: DEFINITION, passage: 'pareto' },
    picture: total === 0 ? null : toParetoChart(ranking, compared),
    empty: total === 0 ? 'No incidents in this period.' : null,
    table: toTable(ranking, compared),
    open: openIncidents(total),
  };
}

function toParetoChart({ values, brackets, total }: Ranking, comparisonLabel: string | null): ParetoChart {
  return {
    kind: 'pareto',
    dimensionLabel: 'Trigger',
    bars: values.map(
      ({ term, count, share, cumulativeShare, interval, comparison, uncoded }): ParetoBar => ({
        id: term.id,
        label: term.label,
        count,
        share,
        cumulativeShare,
        interval,
        comparison: comparisonLabel === null ? null : comparison,
        uncoded,
        open: trigger(term.id),
      }),
    ),
    brackets,
    total,
    comparisonLabel,
  };
}

function subtitle(
  { values, total, brackets }: Ranking,
  periodWords: string,
  compared: string | null,
): string {
  const uncoded = values.find((value) => value.uncoded);
  const kept = uncoded ? `; ${formatCount(uncoded.count)} unclassified kept as a bar` : '';
  const before = values.reduce((sum, { comparison }) => sum + (comparison ?? 0), 0);
  return [
    `Incidents by trigger, ${periodWords}, n\u00a0${formatCount(total)}, none left out${kept}.`,
    ...(brackets.length > 0 ? ['A bracket joins bars that chance could reorder (5\u00a0% level).'] : []),
    ...(compared ? [`Outline: ${compared}, ${formatCount(before)} under the same triggers.`] : []),
  ].join(' ');
}

function toTable({ values, total }: Ranking, compared: string | null): TwinTable {
  const before = compared ? [{ id: 'comparison', label: capital(compared), form: 'count' as const }] : [];
  const sum = values.reduce((all, { comparison }) => all + (comparison ?? 0), 0);
  return {
    columns: [
      { id: 'trigger', label: 'Trigger', form: 'text' },
      { id: 'count', label: 'Incidents', form: 'count' },
      { id: 'share', label: 'Share of all', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'cumulative', label: 'Cumulative', form: 'share' },
      ...before,
    ],
    rows: values.map(({ term, count, share, interval, cumulativeShare, comparison }) => ({
      cells: [term.label, count, share, ...interval, cumulativeShare, ...(compared ? [comparison] : [])],
      open: trigger(term.id),
    })),
    total: ['Total', total, total === 0 ? null : 1, null, null, null, ...(compared ? [sum] : [])],
  };
}

function trigger(value: string) {
  return { selections: [{ dimension: 'trigger' as const, value }] };
}
