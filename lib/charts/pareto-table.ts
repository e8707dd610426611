import type { RankedValue } from '../analysis/pareto.ts';
import type { Narrowing } from '../filters/filters.ts';
import { type AskedPareto, openedBy } from './asked-pareto.ts';
import type { TwinColumn, TwinTable } from './chart-model.ts';
import { DIMENSION_WORDS, weightWords } from './pareto-words.ts';
import { capital } from './sentence-words.ts';

/** Every value as a row, those that the picture folds too. */
export function paretoTable(
  asked: AskedPareto,
  compared: string | null,
  openOf: (value: RankedValue) => Narrowing,
): TwinTable {
  const { subject, ranking } = asked;
  const { values, total } = ranking;
  const incidents = openedBy(asked);
  const { label } = weightWords(subject);
  const isCount = subject.weight === 'count';
  const form: TwinColumn['form'] =
    subject.weight === 'minutes' ? 'decimal' : isCount ? 'count' : 'hundredths';
  const exact = subject.weight === 'severity' ? 'count' : form;
  const before = compared ? [{ id: 'comparison', label: capital(compared), form: exact }] : [];
  const sum = values.reduce((all, { comparison }) => all + (comparison ?? 0), 0);
  const counted = [...incidents.values()].reduce((all, count) => all + count, 0);
  return {
    columns: [
      { id: subject.dimension, label: DIMENSION_WORDS[subject.dimension].label, form: 'text' },
      ...(isCount ? [] : [{ id: 'incidents', label: 'Incidents', form: 'count' as const }]),
      { id: isCount ? 'count' : subject.weight, label, form: exact },
      { id: 'share', label: 'Share of all', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'cumulative', label: 'Cumulative', form: 'share' },
      ...before,
    ],
    rows: values.map((value) => ({
      cells: [
        value.term.label,
        ...(isCount ? [] : [incidents.get(value.term.code) ?? 0]),
        value.count,
        value.share,
        value.interval?.[0] ?? null,
        value.interval?.[1] ?? null,
        value.cumulativeShare,
        ...(compared ? [value.comparison] : []),
      ],
      open: openOf(value),
    })),
    total: [
      'Total',
      ...(isCount ? [] : [counted]),
      total,
      total === 0 ? null : 1,
      null,
      null,
      null,
      ...(compared ? [sum] : []),
    ],
  };
}
