import type { Contribution, SplitChange } from '../analysis/what-changed.ts';
import { DIMENSIONS, type DimensionId } from '../filters/dimensions.ts';
import type { Term } from '../filters/vocabulary.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp } from '../measures/sums.ts';
import type { Fraction } from '../statistics/fraction.ts';
import { type ChangeUnit, changeUnit } from './change-words.ts';
import type { TwinTable } from './chart-model.ts';
import { formatCount } from './format.ts';
import { countedWords } from './measure-words.ts';
import { capital, inSentence } from './sentence-words.ts';
import type { WaterfallChart, WaterfallStep } from './waterfall-model.ts';

/** A change split by one dimension, ready to be told: its terms by code and the words for both periods. */
export interface ToldChange {
  measure: Measure;
  split: SplitChange;
  terms: readonly Term[];
  /** "26 weeks before", "These 26 weeks" */
  beforeLabel: string;
  nowLabel: string;
}

/** As many values stand alone; the smallest of the rest are folded together. */
const ALONE = 9;

/** From the measure before to the measure now, one step a value. */
export function toWaterfall(told: ToldChange, splits: readonly DimensionId[] = []): WaterfallChart {
  const { measure, split, beforeLabel, nowLabel } = told;
  const [start, end] = [split.level - split.change, split.level];
  const unit = changeUnit(measure, Math.max(start, end));
  const steps = toSteps(told, start, unit);
  const levels = [start, end, ...steps.map(({ to }) => to)];
  return {
    kind: 'waterfall',
    dimensionLabel: dimensionLabel(split.dimension),
    countedLabel: measure.words.numerator,
    changeLabel: unit.head,
    start: levelWords(measure, split.before, beforeLabel, start, unit),
    end: levelWords(measure, split.now, nowLabel, end, unit),
    steps,
    splits: splits.map((id) => ({ id, label: dimensionLabel(id), chosen: id === split.dimension })),
    domain: domainOf(levels),
  };
}

/** Every value with its counts, its own measure in both periods and its part in the change. */
export function waterfallTable({ measure, split, terms, beforeLabel, nowLabel }: ToldChange): TwinTable {
  const isCount = addsUp(measure);
  const counts = (label: string, id: string) => [
    { id: `${id}_numerator`, label: `${capital(measure.words.numerator)}, ${label}`, form: 'count' as const },
    ...(isCount ? [] : [{ id: `${id}_denominator`, label: `Of, ${label}`, form: 'count' as const }]),
  ];
  const cells = ({ numerator, denominator }: Fraction) => (isCount ? [numerator] : [numerator, denominator]);
  const row = (part: Pick<Contribution, 'before' | 'now' | 'change'>) => [
    ...cells(part.before),
    ...cells(part.now),
    part.change,
  ];
  return {
    columns: [
      { id: split.dimension, label: dimensionLabel(split.dimension), form: 'text' },
      ...counts(beforeLabel, 'before'),
      ...counts(inSentence(nowLabel), 'now'),
      { id: 'contribution', label: 'Contribution', form: changeUnit(measure, split.level).form },
    ],
    rows: split.contributions.map((part) => {
      const term = termOf(terms, part.code);
      return {
        cells: [term.label, ...row(part)],
        open: part.now.denominator > 0 ? narrowingOf(split, term, measure) : null,
      };
    }),
    total: ['Total', ...row(split)],
  };
}

function toSteps({ measure, split, terms }: ToldChange, start: number, unit: ChangeUnit): WaterfallStep[] {
  const { alone, folded } = fold(split.contributions);
  let at = start;
  return [...alone, ...(folded ? [folded] : [])]
    .sort((one, other) => (other.change - one.change) * (split.change < 0 ? -1 : 1))
    .map((part, place, all): WaterfallStep => {
      const from = at;
      // Sums of fractions miss their end by a hair, which shows where that lies between two rounded figures.
      at = place === all.length - 1 ? split.level : at + part.change;
      const term = 'code' in part ? termOf(terms, part.code) : null;
      return {
        id: term?.id ?? 'others',
        label: term?.label ?? `${'count' in part ? part.count : 0} others`,
        from,
        to: at,
        counted: `${formatCount(part.before.numerator)} to ${formatCount(part.now.numerator)}`,
        change: unit.step(from, at),
        open: term && part.now.denominator > 0 ? narrowingOf(split, term, measure) : null,
      };
    });
}

type Folded = Omit<Contribution, 'code'> & { count: number };

/** The largest stand alone; what is left is one step, unless it is but one value. */
function fold(contributions: readonly Contribution[]): {
  alone: readonly Contribution[];
  folded: Folded | null;
} {
  if (contributions.length <= ALONE + 1) return { alone: contributions, folded: null };
  const bySize = [...contributions].sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const small = bySize.slice(ALONE);
  const sum = (of: (part: Contribution) => number) => small.reduce((all, part) => all + of(part), 0);
  const side = (which: 'before' | 'now') => ({
    numerator: sum((part) => part[which].numerator),
    denominator: sum((part) => part[which].denominator),
  });
  const folded = {
    before: side('before'),
    now: side('now'),
    change: sum((part) => part.change),
    count: small.length,
  };
  return { alone: bySize.slice(0, ALONE), folded };
}

function levelWords(measure: Measure, of: Fraction, label: string, value: number, unit: ChangeUnit) {
  return {
    label,
    value,
    counted: countedWords(measure, of) ?? formatCount(of.numerator),
    figure: unit.level(value),
  };
}

/** Some room on both sides of what is drawn. */
function domainOf(levels: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = (high - low || 1) / 12;
  return [low - room, high + room];
}

function dimensionLabel(dimension: DimensionId): string {
  return DIMENSIONS.find(({ id }) => id === dimension)?.label ?? dimension;
}

function termOf(terms: readonly Term[], code: number | null): Term {
  const found = terms.find((term) => term.code === code);
  return found ?? { code: code ?? 0, id: String(code ?? 'unknown'), label: 'Unknown', rank: 0 };
}

function narrowingOf({ dimension }: SplitChange, { id }: Term, { aggregate, id: measure }: Measure) {
  const selections = [{ dimension, value: id }];
  return aggregate === 'count' ? { selections } : { selections, measure };
}
