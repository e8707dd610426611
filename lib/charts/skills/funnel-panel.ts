import { scaleLinear } from 'd3-scale';
import type { ComparedPoint, UnitFunnel } from '../../analysis/skills/unit-funnel.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { GRAINS } from '../../measures/grain.ts';
import type { Measure } from '../../measures/measure.ts';
import type { Panel, TwinTable } from '../chart-model.ts';
import {
  formatCount,
  formatCounted,
  formatDecimal,
  formatFraction,
  formatList,
  formatPercent,
} from '../format.ts';
import { recordWords, valueWords } from '../measure-words.ts';
import { openIncidents } from '../open-link.ts';
import { capital } from '../sentence-words.ts';
import { figureIn, unitName } from '../unit-format.ts';
import type { FunnelMark, FunnelPlot } from './funnel-model.ts';

const NAMED = 15;
const STEPS = 48;

export interface FunnelContext {
  measure: Measure;
  by: 'team' | 'site';
  periodWords: string;
  /** All incidents behind the filters, those that count, and records below the line. */
  shown: number;
  incidents: number;
  records: number;
  /** Small groups that are left out for this viewer. */
  hidden: number;
}

/** Teams or sites by a measure: which lie outside what chance explains. */
export function funnelPanel(found: UnitFunnel | null, context: FunnelContext): Panel<FunnelPlot> {
  const { measure, by, incidents } = context;
  return {
    id: 'funnel',
    headline: headline(found, context),
    subtitle: found ? subtitle(found, context) : `${measure.label} by ${by}, ${context.periodWords}.`,
    definition: { title: `${measure.label} by ${by}`, text: definition(measure), passage: 'funnel' },
    picture: found && toPlot(found, context),
    empty: found ? null : emptyWords(context),
    table: toTable(found, context),
    open: openIncidents(incidents, { measure: measure.id }),
  };
}

function definition(measure: Measure): string {
  const how =
    measure.aggregate === 'median'
      ? ` Compared is the share of each unit’s records that is above the median of all: about half, if units were alike.`
      : '';
  return `${measure.words.definition}${how} Each unit stands by its size. The lines are where chance alone would leave 95 % and 99.8 % of units of that size, if all were alike; where units differ by more than chance (φ above 1), the variation between them is added and the lines are wider. Only what lies beyond 99.8 % is called outside what chance explains: one unit in 20 lies beyond 95 % by chance. It says nothing about who is better, and there is no order among those within.`;
}

function headline(found: UnitFunnel | null, { measure, by }: FunnelContext): string {
  const units = (count: number) => formatCounted(count, by);
  if (!found) return `${measure.label}: fewer than two ${by}s can be compared`;
  const outside = found.points.filter(({ outside: side }) => side !== null);
  const others = found.points.length - outside.length;
  if (outside.length === 0)
    return `${measure.label}: no ${by} is outside what chance explains; ${units(found.points.length)} cannot be told apart`;
  const names = formatList(outside.slice(0, 3).map(({ unit }) => unit.term.label));
  const more = outside.length > 3 ? ` and ${units(outside.length - 3)} more` : '';
  return `${measure.label}: ${names}${more} outside what chance explains; the other ${units(others)} cannot be told apart`;
}

function subtitle({ target, phi, isWidened, few, leftOut }: UnitFunnel, context: FunnelContext): string {
  const { measure, by, periodWords, shown, incidents, records, hidden } = context;
  const counted =
    measure.grain === 'incident'
      ? `n\u00a0${formatCount(records)}`
      : `${recordWords(measure.grain, records)} in ${formatCounted(incidents, 'incident')}`;
  const around =
    measure.aggregate === 'median' ? `half above the median` : valueWords(measureOf(measure), target);
  return [
    `${capital(measure.words.is)} by ${by}, ${periodWords}, ${counted}; ${formatCount(shown - incidents)} of ${formatCounted(shown, 'incident')} left out${measure.words.leftOut ? `: ${measure.words.leftOut}` : ''}.`,
    `Limits around ${around}; φ ${formatDecimal(phi, 1)}, ${isWidened ? `${by}s differ by more than chance and limits are widened` : 'limits not widened'}.`,
    ...(few ? [`Fewer than ten ${by}s: the variation between them is unsure.`] : []),
    ...(leftOut.length > 0 ? [`Without any: ${formatList(leftOut.map(({ label }) => label))}.`] : []),
    ...(hidden > 0 ? [`${formatCounted(hidden, 'small group')} not shown.`] : []),
  ].join(' ');
}

function emptyWords({ measure, by, hidden }: FunnelContext): string {
  if (hidden > 0) return `Fewer than two ${by}s are large enough to be shown.`;
  return `Fewer than two ${by}s have anything that counts in ${measure.label.toLowerCase()}.`;
}

function toPlot({ points, target, limitsAt }: UnitFunnel, context: FunnelContext): FunnelPlot {
  const { measure, by } = context;
  const sizes = points.map(({ unit }) => unit.denominator);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const x = scaleLinear([least - (most - least) * 0.06, most + (most - least) * 0.06], [0, 1]);
  if (least === most) x.domain([least * 0.9, least * 1.1]);
  const from = Math.max(least * 0.5, x.domain()[0] ?? least, 1);
  const lineOf = (pick: (size: number) => number) =>
    Array.from(
      { length: STEPS + 1 },
      (_, step) => from + ((x.domain()[1] ?? most) - from) * (step / STEPS),
    ).map((size) => [size, pick(size)] as const);
  const ends = [limitsAt(least).outer, ...points.map(({ value }) => [value, value] as const)];
  const isShare = isAShare(measure);
  const low = Math.max(0, Math.min(...ends.map(([value]) => value)));
  const high = Math.min(isShare ? 1 : Number.POSITIVE_INFINITY, Math.max(...ends.map(([, value]) => value)));
  const y = scaleLinear([low, high > low ? high : low + 1], [0, 1]).nice(5);
  const placed = (line: readonly (readonly [number, number])[]) =>
    line.map(([size, value]) => [x(size), Math.min(1, Math.max(0, y(value)))] as const);
  const unit = isShare ? '%' : unitName(measure, high);
  return {
    kind: 'funnel',
    valueLabel: `${measure.aggregate === 'median' ? 'Above the median of all' : measure.label}${unit ? `, ${unit}` : ''}`,
    sizeLabel: GRAINS[measure.grain].many,
    xTicks: x
      .ticks(5)
      .filter((size) => size > 0)
      .map((size) => ({ at: x(size), label: formatCount(size) })),
    yTicks: y.ticks(5).map((value) => ({
      at: y(value),
      label: isShare ? formatPercent(value, 0) : figureIn(measureOf(measure), value, high),
    })),
    target: { at: y(target), label: valueWords(measureOf(measure), target) },
    inner: [
      placed(lineOf((size) => limitsAt(size).inner[0])),
      placed(lineOf((size) => limitsAt(size).inner[1])),
    ],
    outer: [
      placed(lineOf((size) => limitsAt(size).outer[0])),
      placed(lineOf((size) => limitsAt(size).outer[1])),
    ],
    points: points.map((point): FunnelMark => {
      const { term, denominator } = point.unit;
      return {
        id: term.id,
        label: term.label,
        x: x(denominator),
        y: y(point.value),
        state: stateOf(point, measure),
        title: describePoint(point, measure),
        open: unitOf(measure, by, term.id),
      };
    }),
    named: NAMED,
  };
}

function stateOf({ outside }: ComparedPoint, { better }: Measure): FunnelMark['state'] {
  if (outside === null) return 'common';
  if (better === 'neutral') return 'change';
  return (outside === 'above') === (better === 'higher') ? 'improvement' : 'concern';
}

/** "Easton Chat: 61.2 %, 60 of 98; outside what chance explains, 62.0 to 73.5 % for its size" */
function describePoint({ unit, value, limits, outside }: ComparedPoint, measure: Measure): string {
  const shown = measureOf(measure);
  const counted =
    measure.aggregate === 'mean'
      ? recordWords(measure.grain, unit.denominator)
      : formatFraction(unit.numerator, unit.denominator);
  const range = `${figureIn(shown, limits.outer[0])} to ${valueWords(shown, limits.outer[1])} for its size`;
  const where = outside === null ? 'within what chance explains' : 'outside what chance explains';
  return `${unit.term.label}: ${valueWords(shown, value)}, ${counted}; ${where}, ${range}`;
}

function unitOf(measure: Measure, by: 'team' | 'site', id: string): Narrowing {
  return { measure: measure.id, selections: [{ dimension: by, value: id }] };
}

function toTable(found: UnitFunnel | null, { measure, by }: FunnelContext): TwinTable {
  const form = isAShare(measure) ? 'share' : 'hundredths';
  return {
    columns: [
      { id: by, label: capital(by), form: 'text' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'numerator', label: numeratorName(measure), form: 'decimal' },
      { id: 'denominator', label: capital(GRAINS[measure.grain].many), form: 'count' },
      { id: 'value', label: measure.aggregate === 'median' ? 'Share above' : measure.label, form },
      { id: 'inner_low', label: '95\u00a0% from', form },
      { id: 'inner_high', label: '95\u00a0% to', form },
      { id: 'outer_low', label: '99.8\u00a0% from', form },
      { id: 'outer_high', label: '99.8\u00a0% to', form },
      { id: 'outside', label: 'Outside what chance explains', form: 'text' },
    ],
    rows: (found?.points ?? []).map(({ unit, value, limits, outside }) => ({
      cells: [
        unit.term.label,
        unit.incidents,
        unit.numerator,
        unit.denominator,
        value,
        ...limits.inner,
        ...limits.outer,
        outside ?? 'no',
      ],
      open: unitOf(measure, by, unit.term.id),
    })),
    total: null,
  };
}

function numeratorName({ aggregate, words }: Measure): string {
  if (aggregate === 'median') return 'Above the median of all';
  return aggregate === 'mean' ? 'Sum' : capital(words.numerator);
}

/** What is compared of a middle is a share, whatever the middle is of. */
function measureOf(measure: Measure): Pick<Measure, 'unit'> {
  return isAShare(measure) ? { unit: 'share' } : measure;
}

function isAShare({ aggregate, unit }: Measure): boolean {
  return aggregate === 'median' || unit === 'share';
}
