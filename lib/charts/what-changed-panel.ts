import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { windowWords } from '../filters/day-words.ts';
import { changeUnit } from './change-words.ts';
import type { Panel, TwinTable, WaterfallChart } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCounted } from './format.ts';
import { openMeasure } from './open-link.ts';
import { inSentence } from './sentence-words.ts';
import { type ToldChange, toWaterfall, waterfallTable } from './waterfall-chart.ts';
import { waterfallHeadline } from './waterfall-headline.ts';

/** What is known about the change of a measure: its split, or why there is none. */
export interface AskedChange {
  told: ToldChange;
  findings: MeasureFindings;
}

const DEFINITION =
  'The difference of a measure between the period and its comparison, split over the values of one dimension. A value’s part is its own counted incidents over all that the measure counts; parts add up to the measure in each period, and their differences to its change. So a value contributes also by becoming rarer or more frequent. It is shown only where a rule of the control chart, with the limits of the earlier period, finds a real change. Dimensions are offered by surprise: how far the shares of their values have shifted (Jensen-Shannon divergence, as in Adtributor). It says where a change sits, not why it came.';

/** Which values explain the difference between two periods; where there is none to explain, that is what is said. */
export function whatChangedPanel(
  asked: AskedChange,
  { windows, comparisonWords }: ChartContext,
): Panel<WaterfallChart> {
  const { told, findings } = asked;
  const nothing = nothingToExplain(asked, comparisonWords);
  return {
    id: 'changed',
    headline: nothing?.headline ?? waterfallHeadline(told),
    subtitle: nothing ? subtitleOfNothing(told) : subtitle(told, windowsWords(windows)),
    definition: { title: 'What changed', text: DEFINITION },
    picture: nothing ? null : toWaterfall(told),
    empty: nothing?.why ?? null,
    table: nothing ? NO_TABLE : waterfallTable(told),
    open: openMeasure(findings),
  };
}

const NO_TABLE: TwinTable = { columns: [], rows: [], total: null };

function nothingToExplain(
  { told, findings: { difference, bucket } }: AskedChange,
  comparisonWords: string | null,
): { headline: string; why: string } | null {
  const name = told.measure.label;
  if (!comparisonWords || !difference) {
    return { headline: 'Nothing to compare with', why: 'Choose a comparison to see what changed since.' };
  }
  if (difference.verdict === 'too_early') {
    return {
      headline: `Too early to say what changed: ${formatCounted(difference.n, `whole ${bucket}`)} in ${comparisonWords}`,
      why: 'Limits of the earlier period need 12 of them. A longer period has more.',
    };
  }
  if (difference.verdict === 'changed') return null;
  const unit = changeUnit(told.measure);
  const moved = unit.size(told.split.change);
  return {
    headline: `${name}: no real change against ${comparisonWords}`,
    why: `There is nothing to explain: the difference of ${moved} lies within what chance does.`,
  };
}

function subtitle({ measure, split }: ToldChange, both: string): string {
  const { head } = changeUnit(measure);
  const scale = head === 'Incidents' ? 'in incidents' : 'in percentage points';
  return `${measure.label}, contribution of each ${inSentence(split.dimension)} to the difference, ${scale}, ${both}. They add up: filled falls, outlined rises. Shown because the period lies outside the usual range of the one before.`;
}

function subtitleOfNothing({ measure }: ToldChange): string {
  return `${measure.label}: ${measure.words.is}. Judged by the limits of the comparison.`;
}

function windowsWords({ current, comparison }: ChartContext['windows']): string {
  return comparison ? `${windowWords(comparison)} against ${windowWords(current)}` : windowWords(current);
}
