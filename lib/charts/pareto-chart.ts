import type { Bracket, RankedValue, Ranking } from '../analysis/pareto.ts';
import type { Narrowing } from '../filters/filters.ts';
import { type AskedPareto, countWeighed, openedBy } from './asked-pareto.ts';
import type { Panel } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount } from './format.ts';
import { openIncidents } from './open-link.ts';
import { paretoHeadline } from './pareto-headline.ts';
import { paretoDefinition, paretoEmptyWords, paretoSubtitle } from './pareto-method.ts';
import type { ParetoBar, ParetoChart } from './pareto-model.ts';
import { paretoTable } from './pareto-table.ts';
import { DIMENSION_WORDS, type ParetoSubject, weightWords } from './pareto-words.ts';

type Context = Pick<ChartContext, 'periodWords' | 'comparisonWords'>;

/** More than these are one bar: the table has them all. */
const MOST_BARS = 12;
const SHOWN = 10;

/** Triggers by count, as the overview shows them: every one, with the cumulative share. */
export function triggerPareto(ranking: Ranking, context: Context): Panel<ParetoChart> {
  const weighed = ranking.values.map(({ term, count }) => ({
    code: term.code,
    incidents: count,
    known: count,
  }));
  const subject: ParetoSubject = { id: 'triggers', dimension: 'trigger', weight: 'count', currency: '' };
  return panelOf({ subject, ranking, weighed }, context, false);
}

/** Values of a dimension by what their incidents weigh: what recurs most, and what cannot be told apart. */
export function paretoPanel(asked: AskedPareto, context: Context): Panel<ParetoChart> {
  return panelOf(asked, context, true);
}

function panelOf(asked: AskedPareto, context: Context, withRanges: boolean): Panel<ParetoChart> {
  const { subject, ranking } = asked;
  const { total, values } = ranking;
  const { one } = DIMENSION_WORDS[subject.dimension];
  const compared = values.some(({ comparison }) => comparison !== null) ? context.comparisonWords : null;
  const opened = [...openedBy(asked).values()].reduce((sum, count) => sum + count, 0);
  const openOf = ({ term }: Pick<RankedValue, 'term'>) => narrowingOf(subject, [term.id]);
  return {
    id: subject.id,
    headline: paretoHeadline(ranking, subject, countWeighed(asked, 'known')),
    subtitle: paretoSubtitle(asked, context.periodWords, compared),
    definition: {
      title: `Incidents by ${one}`,
      text: paretoDefinition(subject),
      passage: passageOf(subject),
    },
    picture: total === 0 ? null : toParetoChart(asked, compared, withRanges),
    empty: total === 0 ? paretoEmptyWords(asked) : null,
    table: paretoTable(asked, compared, openOf),
    open: openIncidents(opened, weightWords(subject).measure ? narrowingOf(subject, []) : {}),
  };
}

function toParetoChart(asked: AskedPareto, comparisonLabel: string | null, withRanges: boolean): ParetoChart {
  const { subject, ranking } = asked;
  const incidents = openedBy(asked);
  const { figure, label } = weightWords(subject);
  const toBar = (value: RankedValue): ParetoBar => ({
    id: value.term.id,
    label: value.term.label,
    count: value.count,
    figure: figure(value.count),
    incidents: incidents.get(value.term.code) ?? 0,
    share: value.share,
    cumulativeShare: value.cumulativeShare,
    interval: value.interval,
    comparison: comparisonLabel === null ? null : value.comparison,
    uncoded: value.uncoded,
    open: narrowingOf(subject, [value.term.id]),
  });
  const bars = ranking.values.map(toBar);
  const folded = withRanges && bars.length > MOST_BARS;
  return {
    kind: 'pareto',
    dimensionLabel: DIMENSION_WORDS[subject.dimension].label,
    valueLabel: label,
    withRanges,
    bars: folded ? foldRest(bars, subject) : bars,
    brackets: folded ? withinShown(ranking.brackets) : ranking.brackets,
    total: ranking.total,
    totalFigure: figure(ranking.total),
    comparisonLabel,
  };
}

/** The first ten, all further coded ones as one bar, and what is not coded. */
function foldRest(bars: readonly ParetoBar[], subject: ParetoSubject): ParetoBar[] {
  const coded = bars.filter(({ uncoded }) => !uncoded);
  const rest = coded.slice(SHOWN);
  const sum = (of: (bar: ParetoBar) => number) => rest.reduce((total, bar) => total + of(bar), 0);
  const { figure } = weightWords(subject);
  const count = sum((bar) => bar.count);
  const isCompared = rest.some(({ comparison }) => comparison !== null);
  const others: ParetoBar = {
    id: 'others',
    label: `${formatCount(rest.length)} other ${DIMENSION_WORDS[subject.dimension].many}`,
    count,
    figure: figure(count),
    incidents: sum((bar) => bar.incidents),
    share: sum((bar) => bar.share),
    cumulativeShare: rest.at(-1)?.cumulativeShare ?? 1,
    interval: null,
    comparison: isCompared ? sum((bar) => bar.comparison ?? 0) : null,
    uncoded: false,
    open: {
      ...narrowingOf(subject, []),
      apart: {
        dimension: subject.dimension,
        values: bars.filter((bar) => !rest.includes(bar)).map(({ id }) => id),
      },
    },
  };
  return [...coded.slice(0, SHOWN), others, ...bars.filter(({ uncoded }) => uncoded)];
}

function withinShown(brackets: readonly Bracket[]): Bracket[] {
  return brackets
    .map((bracket) => ({ ...bracket, lastIndex: Math.min(bracket.lastIndex, SHOWN - 1) }))
    .filter(({ firstIndex, lastIndex }) => lastIndex > firstIndex);
}

function narrowingOf(subject: ParetoSubject, values: readonly string[]): Narrowing {
  const { measure } = weightWords(subject);
  return {
    selections: values.map((value) => ({ dimension: subject.dimension, value })),
    ...(measure ? { measure } : {}),
  };
}

function passageOf({ weight }: ParetoSubject) {
  return weight === 'count' ? ('pareto' as const) : ('weighted-pareto' as const);
}
