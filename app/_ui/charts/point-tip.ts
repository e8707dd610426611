import type { ControlChart, ControlPoint, SignalState } from '@/lib/charts/chart-model.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { rangeWords, valueWords } from '@/lib/charts/measure-words.ts';

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
    title: TITLES[chart.bucket] + point.label,
    facts: [
      ...valueFacts(chart, point),
      ...rangeFacts(chart, index),
      ...comparisonFacts(chart, point),
      ...eventFacts(chart, index),
    ],
    state: point.state,
    verdict: point.partial ? `part of a ${chart.bucket}, not judged` : (point.rules[0] ?? null),
    opens: `Enter opens ${formatCounted(point.incidents, 'incident')}`,
    href: hrefOf(point),
  }));
}

const TITLES = { week: 'Week of ', fortnight: 'Fortnight from ', month: '', event: 'Event of ' } as const;

type Fact = PointTip['facts'][number];

function valueFacts(chart: ControlChart, { value, counted, few }: ControlPoint): Fact[] {
  if (value === null) return [{ name: 'Value', value: 'nothing counted' }];
  return [
    ...(counted === null ? [] : [{ name: 'Counted', value: counted }]),
    { name: chart.valueName, value: few ? 'too few' : valueWords(chart, value) },
  ];
}

function rangeFacts(chart: ControlChart, index: number): Fact[] {
  const segment = chart.segments.find(
    ({ firstIndex, lastIndex }) => index >= firstIndex && index <= lastIndex,
  );
  if (segment?.centreName === 'median') return [{ name: 'Median', value: valueWords(chart, segment.centre) }];
  const low = segment?.lower[index - segment.firstIndex];
  const high = segment?.upper[index - segment.firstIndex];
  if (typeof low !== 'number' || typeof high !== 'number') return [];
  const name = segment?.trial ? 'Trial range' : 'Usual range';
  return [{ name, value: rangeWords(chart, low, high) }];
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
  chart: ControlChart,
  name: string,
  label: string | null,
  compared: number | null,
): Fact[] {
  if (compared === null || label === null) return [];
  return [{ name, value: valueWords(chart, compared) }];
}

function eventFacts({ events }: ControlChart, index: number): Fact[] {
  return events
    .filter((event) => Math.floor(event.index) === index)
    .map(({ day, words }) => ({ name: day, value: words }));
}
