import type { SeriesPoint } from '../analysis/series.ts';
import type { FewSeries, WatchedSeries, WatchList } from '../analysis/watch.ts';
import { labelInSentence } from '../filters/words.ts';
import type { Measure } from '../measures/measure.ts';
import type { TwinTable } from './chart-model.ts';
import { usualRange } from './control-headline.ts';
import { formatFraction } from './format.ts';
import { valueWords } from './measure-words.ts';
import { openNarrowing } from './open-link.ts';
import { ruleWords, STATE_WORDS, signalState } from './signal-words.ts';

/** Every series, those that signal first, with its state. */
export function toTable({ signals, quiet, few }: WatchList): TwinTable {
  const row = (
    { of, measure, points }: FewSeries,
    cells: readonly (string | null)[],
    usual: string | null,
  ) => ({
    cells: [nameOf(measure, of), ...cells, latestWords({ measure, points }) || null, usual],
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
        return row({ of, measure, points }, cells, usualRange(findings));
      }),
      ...quiet.map(({ findings, of }) =>
        row({ of, ...findings }, [STATE_WORDS.common, null, null], usualRange(findings)),
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
export function latestWords({ measure, points }: Pick<FewSeries, 'measure' | 'points'>): string {
  const point = latestPoint({ points });
  if (!point || point.value === null) return '';
  return measure.aggregate === 'share'
    ? formatFraction(point.numerator ?? 0, point.denominator ?? 0)
    : valueWords(measure, point.value);
}

/** The newest whole bucket with a value. */
export function latestPoint({ points }: Pick<FewSeries, 'points'>): SeriesPoint | undefined {
  return points.findLast(({ partial, value }) => !partial && value !== null);
}

/** What a series is narrowed by; nothing for everything. */
export function selectionsOf(of: WatchedSeries['of']) {
  return of ? [{ dimension: of.dimension, value: of.term.id }] : [];
}
