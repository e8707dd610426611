import type { SeriesPoint } from '../analysis/series.ts';
import { type BriefSeries, inBrief, type WatchedSeries, type WatchList } from '../analysis/watch.ts';
import { labelInSentence } from '../filters/words.ts';
import type { Measure } from '../measures/measure.ts';
import type { TwinTable } from './chart-model.ts';
import { usualRange } from './control-headline.ts';
import { formatFraction } from './format.ts';
import { rangeWords, valueWords } from './measure-words.ts';
import { openNarrowing } from './open-link.ts';
import { ruleWords, STATE_WORDS, signalState } from './signal-words.ts';

/** Every series, those that signal first, with its state. */
export function toTable({ signals, quiet, few }: WatchList): TwinTable {
  const row = (
    { of, measure, latest }: BriefSeries,
    cells: readonly (string | null)[],
    usual: string | null,
  ) => ({
    cells: [nameOf(measure, of), ...cells, latestWords(measure, latest) || null, usual],
    open: { ...openNarrowing(measure), selections: selectionsOf(of) },
  });
  return {
    columns: [
      { id: 'series', label: 'Series', form: 'text' },
      { id: 'state', label: 'State', form: 'text' },
      { id: 'rule', label: 'Rule', form: 'text' },
      { id: 'fired', label: 'Since', form: 'date' },
      { id: 'latest', label: 'Latest', form: 'text' },
      { id: 'usual', label: 'Usual range', form: 'text' },
    ],
    rows: [
      ...signals.map(({ series: { findings, of }, pattern, fired }) => {
        const { measure, bucket, points } = findings;
        const state = STATE_WORDS[signalState(pattern, measure.better)];
        const cells = [state, ruleWords(pattern, bucket), points[fired]?.start ?? null];
        return row(inBrief(of, findings), cells, usualRange(findings));
      }),
      ...quiet.map(({ usual, ...series }) =>
        row(
          series,
          [STATE_WORDS.common, null, null],
          usual && rangeWords(series.measure, usual.lower, usual.upper),
        ),
      ),
      ...few.map((series) => row(series, ['Too few to judge', null, null], null)),
    ],
    total: null,
  };
}

/** "Escalation rate, chat" */
export function nameOf(measure: Measure, of: WatchedSeries['of']): string {
  return of ? `${measure.label}, ${labelInSentence(of.dimension, of.term.label)}` : measure.label;
}

/** The newest whole bucket: "11 of 90" where it is a share, else its value. */
export function latestWords(measure: Measure, point: SeriesPoint | null): string {
  if (!point || point.value === null) return '';
  return measure.aggregate === 'share'
    ? formatFraction(point.numerator ?? 0, point.denominator ?? 0)
    : valueWords(measure, point.value);
}

/** What a series is narrowed by; nothing for everything. */
export function selectionsOf(of: WatchedSeries['of']) {
  return of ? [{ dimension: of.dimension, value: of.term.id }] : [];
}
