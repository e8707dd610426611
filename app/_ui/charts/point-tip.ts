import type { ControlChart, ControlPoint, SignalState } from '@/lib/charts/chart-model.ts';
import {
  durationUnit,
  formatCounted,
  formatDuration,
  formatFraction,
  formatMinutes,
  formatPercent,
  formatRough,
  formatShare,
} from '@/lib/charts/format.ts';

/** What is said about one point when it is pointed at or walked to. */
export interface PointTip {
  title: string;
  facts: readonly { name: string; value: string }[];
  state: SignalState;
  /** The rule that fired first, or why the point is not judged. */
  verdict: string | null;
  /** "Enter opens 114 incidents" */
  opens: string;
  href: string;
}

/** Every point in words: date, value, usual range, comparison, rule, and what Enter opens. */
export function pointTips(chart: ControlChart, hrefOf: (point: ControlPoint) => string): PointTip[] {
  return chart.points.map((point, index) => ({
    title: chart.bucket === 'week' ? `Week of ${point.label}` : point.label,
    facts: [
      ...valueFacts(chart, point),
      ...rangeFacts(chart, index),
      ...comparisonFacts(chart, point),
      ...eventFacts(chart, index),
    ],
    state: point.state,
    verdict: point.partial ? `part of a ${chart.bucket}, not judged` : (point.rules[0] ?? null),
    opens: `Enter opens ${formatCounted(countBehind(chart, point), 'incident')}`,
    href: hrefOf(point),
  }));
}

type Fact = PointTip['facts'][number];

function valueFacts(chart: ControlChart, { value, numerator, denominator }: ControlPoint): Fact[] {
  if (value === null) return [{ name: 'Value', value: 'nothing counted' }];
  if (chart.unit === 'count') return [{ name: 'Incidents', value: formatRough(value) }];
  if (chart.unit === 'minutes') {
    const n = denominator === null ? [] : [{ name: 'Of', value: formatCounted(denominator, 'incident') }];
    return [{ name: 'Median', value: formatMinutes(value) }, ...n];
  }
  const fraction =
    numerator === null || denominator === null
      ? []
      : [{ name: 'Counted', value: formatFraction(numerator, denominator) }];
  return [...fraction, { name: 'Rate', value: formatShare(value) }];
}

function rangeFacts({ segments, unit }: ControlChart, index: number): Fact[] {
  const segment = segments.find(({ firstIndex, lastIndex }) => index >= firstIndex && index <= lastIndex);
  const low = segment?.lower[index - segment.firstIndex];
  const high = segment?.upper[index - segment.firstIndex];
  if (typeof low !== 'number' || typeof high !== 'number') return [];
  const name = segment?.trial ? 'Trial range' : 'Usual range';
  return [{ name, value: rangeWords(unit, low, high) }];
}

function rangeWords(unit: ControlChart['unit'], low: number, high: number): string {
  if (unit === 'count') return `${formatRough(low)}–${formatRough(high)}`;
  if (unit === 'share') return `${formatPercent(low)}–${formatPercent(high)}\u00a0%`;
  const duration = durationUnit(high);
  return `${formatDuration(low, duration)}–${formatDuration(high, duration)}\u00a0${duration.name}`;
}

function comparisonFacts(chart: ControlChart, { comparison, also }: ControlPoint): Fact[] {
  return [
    ...comparedFact(chart, 'Before', chart.comparisonLabel, comparison),
    ...comparedFact(chart, labelNoun(chart.alsoLabel), chart.alsoLabel, also),
  ];
}

/** "The same period last year" of "the same period last year, 28.1 %" */
function labelNoun(label: string | null): string {
  const noun = label?.split(', ')[0] ?? '';
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

function comparedFact(
  { unit }: ControlChart,
  name: string,
  label: string | null,
  compared: number | null,
): Fact[] {
  if (compared === null || label === null) return [];
  const value =
    unit === 'share'
      ? formatShare(compared)
      : unit === 'minutes'
        ? formatMinutes(compared)
        : formatRough(compared);
  return [{ name, value }];
}

function eventFacts({ events }: ControlChart, index: number): Fact[] {
  return events
    .filter((event) => Math.floor(event.index) === index)
    .map(({ day, words }) => ({ name: day, value: words }));
}

function countBehind({ unit }: ControlChart, { value, denominator }: ControlPoint): number {
  return unit === 'count' ? (value ?? 0) : (denominator ?? 0);
}
