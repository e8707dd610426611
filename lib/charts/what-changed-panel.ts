import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { canBeSplit } from '../analysis/what-changed.ts';
import { windowWords } from '../filters/day-words.ts';
import { DIMENSIONS, type DimensionId } from '../filters/dimensions.ts';
import type { Measure } from '../measures/measure.ts';
import { changeUnit } from './change-words.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCounted } from './format.ts';
import { openMeasure } from './open-link.ts';
import { capital, inSentence } from './sentence-words.ts';
import { bucketWords, ruleWords } from './signal-words.ts';
import { type ToldChange, toWaterfall, waterfallTable } from './waterfall-chart.ts';
import { waterfallHeadline } from './waterfall-headline.ts';
import type { WaterfallChart } from './waterfall-model.ts';

/** What is known about the change of a measure: its split, or why there is none. */
export interface AskedChange {
  /** Null where no value of the measure changed at all, or it cannot be split. */
  told: ToldChange | null;
  findings: MeasureFindings;
  /** By what it can be split, the dimension that tells most first. */
  splits: readonly DimensionId[];
}

const DEFINITION =
  'The difference of a measure between the period and its comparison, split over the values of one dimension. A value moves a rate by its own rate and by its weight (finite differences, as in Adtributor for derived measures); one that only grew, with the rate of all, moves nothing. Parts add up to the whole change. It is shown only where a rule of the control chart finds a real change: with the limits of the earlier period, or, against last year, over the differences of the weeks that meet, so that a season is none. Dimensions are offered by surprise: how far the shares of their values have shifted (Jensen-Shannon divergence, as in Adtributor). It says where a change sits, not why it came.';

/** Which values explain the difference between two periods; where there is none to explain, that is what is said. */
export function whatChangedPanel(
  asked: AskedChange,
  { windows, comparisonWords }: ChartContext,
): Panel<WaterfallChart> {
  const { told, findings, splits } = asked;
  const { measure } = findings;
  const panel = {
    id: 'changed',
    definition: { title: 'What changed', text: DEFINITION, passage: 'what-changed' as const },
    open: openMeasure(findings),
  };
  const nothing = nothingToExplain(asked, comparisonWords);
  if (nothing || !told) {
    const headline = nothing?.headline ?? `${measure.label}: the same in both periods`;
    const why = nothing?.why ?? 'There is nothing to explain.';
    const subtitle = `${measure.label}: ${measure.words.is}. Judged by the limits of the comparison.`;
    return { ...panel, headline, subtitle, picture: null, empty: why, table: NO_TABLE };
  }
  return {
    ...panel,
    headline: waterfallHeadline(told),
    subtitle: subtitle(told, windowsWords(windows), reasonToShow(findings, windows)),
    picture: toWaterfall(told, splits),
    empty: null,
    table: waterfallTable(told),
  };
}

const NO_TABLE: TwinTable = { columns: [], rows: [], total: null };

function nothingToExplain(
  { told, findings }: AskedChange,
  comparisonWords: string | null,
): { headline: string; why: string } | null {
  const { measure, difference, bucket } = findings;
  if (!comparisonWords || !difference) {
    return { headline: 'Nothing to compare with', why: 'Choose a comparison to see what changed since.' };
  }
  if (!canBeSplit(measure)) {
    return {
      headline: `${measure.label} cannot be split`,
      why: `${capital(reasonOf(measure))}. Choose another measure above to see what changed.`,
    };
  }
  if (difference.verdict === 'too_early') {
    return {
      headline: `Too early to say what changed: ${formatCounted(difference.n, `whole ${bucket}`)} in ${comparisonWords}`,
      why: 'Limits of the earlier period need 12 of them. A longer period has more.',
    };
  }
  if (difference.verdict === 'changed') return null;
  const { size, noun } = changeUnit(measure, told?.split.level ?? 0);
  const moved = told ? `the difference of ${size(told.split.change)} ${noun}` : 'what difference there is';
  return {
    headline: `${measure.label}: no real change against ${comparisonWords}`,
    why: `There is nothing to explain: ${moved} lies within what chance does.`,
  };
}

function reasonOf({ aggregate }: Measure): string {
  return aggregate === 'median'
    ? 'the middle of all is not made of the middles of parts'
    : 'what it is counted in does not add up over values';
}

/** The rule that fired, and where last: the period may still end within the usual range, as the chart over time says. */
function reasonToShow(
  { difference, points, bucket }: MeasureFindings,
  { comparedWith }: ChartContext['windows'],
): string {
  const by =
    comparedWith === 'last-year'
      ? 'a rule fires over the differences from the same weeks of the year before'
      : 'by the limits of the period before a rule fires';
  const patterns = difference?.verdict === 'changed' ? difference.patterns : [];
  const newest = patterns.toSorted((one, other) => other.last - one.last)[0];
  const at = newest && points[newest.last];
  if (!newest || !at) return by;
  return `${by}: ${ruleWords(newest, bucket)}, last in ${bucketWords(at.start, bucket)}`;
}

function subtitle({ measure, split }: ToldChange, both: string, why: string): string {
  const { noun } = changeUnit(measure, split.level);
  const dimension = DIMENSIONS.find(({ id }) => id === split.dimension)?.label ?? split.dimension;
  return `${measure.label}, contribution of each ${inSentence(dimension)} to the difference, in ${noun}, ${both}. They add up: filled falls, outlined rises. Shown because ${why}.`;
}

function windowsWords({ current, comparison }: ChartContext['windows']): string {
  return comparison ? `${windowWords(comparison)} against ${windowWords(current)}` : windowWords(current);
}
