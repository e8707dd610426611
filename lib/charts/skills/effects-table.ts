import {
  type EffectGridFindings,
  standsOut,
  type TechniqueEffects,
} from '../../analysis/skills/effect-grid.ts';
import type { TestedEffect } from '../../analysis/skills/technique-effects.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { skillValue } from '../../filters/skill-values.ts';
import type { Term } from '../../filters/vocabulary.ts';
import type { TwinColumn, TwinRow, TwinTable } from '../chart-model.ts';

const COLUMNS: readonly TwinColumn[] = [
  { id: 'technique', label: 'Technique', form: 'text' },
  { id: 'trigger', label: 'Trigger', form: 'text' },
  { id: 'incidents', label: 'Incidents', form: 'count' },
  { id: 'with', label: 'Handled effectively', form: 'count' },
  { id: 'easedWith', label: 'of these calmer', form: 'count' },
  { id: 'without', label: 'Partly or missed', form: 'count' },
  { id: 'easedWithout', label: 'of these calmer', form: 'count' },
  { id: 'crude', label: 'Difference as counted', form: 'hundredths' },
  { id: 'crudeLow', label: '95\u00a0% from', form: 'hundredths' },
  { id: 'crudeHigh', label: '95\u00a0% to', form: 'hundredths' },
  { id: 'difference', label: 'Difference, alike', form: 'hundredths' },
  { id: 'low', label: '95\u00a0% from', form: 'hundredths' },
  { id: 'high', label: '95\u00a0% to', form: 'hundredths' },
  { id: 'ratio', label: 'Ratio, alike', form: 'hundredths' },
  { id: 'ratioLow', label: '95\u00a0% from', form: 'hundredths' },
  { id: 'ratioHigh', label: '95\u00a0% to', form: 'hundredths' },
  { id: 'crudeRatio', label: 'Ratio as counted', form: 'hundredths' },
  { id: 'strata', label: 'Layers', form: 'count' },
  { id: 'dropped', label: 'Layers with one side', form: 'count' },
  { id: 'q', label: 'q', form: 'hundredths' },
  { id: 'found', label: 'Stands out', form: 'text' },
];

/** Every comparison of the grid; each side opens its own incidents. */
export function effectsTable({ rows, triggers }: EffectGridFindings): TwinTable {
  return {
    columns: COLUMNS,
    rows: rows.flatMap((row) => [
      toRow(row, row.all, null),
      ...row.byTrigger.flatMap((effect, place) =>
        effect.strata.length > 0 ? [toRow(row, effect, triggers[place] ?? null)] : [],
      ),
    ]),
    total: null,
  };
}

function toRow({ technique }: TechniqueEffects, effect: TestedEffect, trigger: Term | null): TwinRow {
  const { exposed, unexposed, stratified, crude, enough, q, reversed } = effect;
  const told = enough ? stratified : null;
  const open = (values: readonly string[]): Narrowing => ({
    measure: 'de_escalation_rate',
    selections: [
      ...values.map((value) => ({ dimension: 'technique' as const, value })),
      ...(trigger === null ? [] : [{ dimension: 'trigger' as const, value: trigger.id }]),
    ],
  });
  const [whole, used, other] = [
    open([technique.id]),
    open([skillValue(technique.id, 'effective')]),
    open([skillValue(technique.id, 'partial'), skillValue(technique.id, 'missed')]),
  ];
  const onlyIf = (count: number, narrowing: Narrowing) => (count > 0 ? narrowing : null);
  return {
    cells: [
      technique.label,
      trigger?.label ?? 'All',
      exposed.denominator + unexposed.denominator,
      exposed.denominator,
      exposed.numerator,
      unexposed.denominator,
      unexposed.numerator,
      enough ? (crude?.difference ?? null) : null,
      enough ? (crude?.interval[0] ?? null) : null,
      enough ? (crude?.interval[1] ?? null) : null,
      told?.difference ?? null,
      told?.differenceInterval?.[0] ?? null,
      told?.differenceInterval?.[1] ?? null,
      told?.ratio ?? null,
      told?.ratioInterval?.[0] ?? null,
      told?.ratioInterval?.[1] ?? null,
      enough ? (crude?.ratio ?? null) : null,
      stratified?.strata ?? 0,
      stratified?.dropped ?? effect.strata.length,
      q,
      !enough ? 'not enough' : standsOut(effect) ? 'yes' : reversed ? 'no; as counted the other way' : 'no',
    ],
    open: whole,
    cellOpens: [
      whole,
      null,
      whole,
      onlyIf(exposed.denominator, used),
      null,
      onlyIf(unexposed.denominator, other),
    ],
  };
}
