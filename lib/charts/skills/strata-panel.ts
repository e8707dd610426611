import type { SkillTerm } from '../../analysis/skills/skill-terms.ts';
import { type EasedEffect, type EasedStratum, ENOUGH } from '../../analysis/skills/technique-effects.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { skillValue } from '../../filters/skill-values.ts';
import type { Term, Vocabularies } from '../../filters/vocabulary.ts';
import { newcombe } from '../../statistics/newcombe.ts';
import type { Panel, TwinRow, TwinTable } from '../chart-model.ts';
import { formatCount, formatCounted, formatFraction } from '../format.ts';
import { inSentence } from '../sentence-words.ts';
import type { WhiskerChart, WhiskerRow } from '../whisker-model.ts';
import { points } from './effect-axis.ts';
import { effectOf } from './effects-panel.ts';

const DEFINITION =
  'Each layer of the comparison by itself: incidents with the same trigger and customer state, de-escalated where the technique was handled effectively less where it was not, with Newcombe’s interval of 95 %. The line is the difference over all layers, which weighs each by how many incidents it has on both sides (Mantel-Haenszel). Layers with one side only are in the table and compare nothing. Under ten on either side: hollow.';

const SHOWN = 16;

export interface StrataContext {
  technique: SkillTerm | null;
  vocabularies: Pick<Vocabularies, 'trigger' | 'state'>;
  periodWords: string;
}

/** The layers behind the effect of one technique, the largest first. */
export function strataPanel(effect: EasedEffect, context: StrataContext): Panel<WhiskerChart> {
  const { technique, periodWords } = context;
  const strata = [...effect.strata].sort((one, other) => sizeOf(other) - sizeOf(one));
  const compared = strata.filter(isCompared);
  const name = technique?.label ?? 'No technique';
  const isEmpty = compared.length === 0 || !effect.stratified;
  const more = compared.length > SHOWN ? `, the ${SHOWN} largest drawn` : '';
  return {
    id: 'strata',
    headline: headline(effect, name),
    subtitle: `De-escalated with less without, points, by trigger and customer state, ${periodWords}; ${formatCounted(compared.length, 'layer')} of ${formatCount(strata.length)} with both sides${more}. The line: all layers together.`,
    definition: { title: 'Layers of a comparison', text: DEFINITION, passage: 'mantel-haenszel' },
    picture: isEmpty ? null : toChart(effect, compared, context),
    empty: isEmpty
      ? 'No two incidents are alike in trigger and customer state and differ in how this was handled.'
      : null,
    table: toTable(strata, context),
    open: technique && {
      label: `Open ${formatCounted(sizeOf(effect), 'incident')}`,
      narrowing: effectOf(technique.id, null),
    },
  };
}

function headline({ stratified, crude, reversed, enough }: EasedEffect, name: string): string {
  if (!stratified || !crude) return `${name}: nothing alike on both sides to compare`;
  if (!enough) return `${name}: fewer than ${ENOUGH} on one side, so nothing is told`;
  const told = `${name}: ${points(stratified.difference)} points when like is compared with like`;
  return reversed
    ? `${told}, though ${points(crude.difference)} as counted: it is used where it is hardest`
    : `${told}, ${points(crude.difference)} as counted`;
}

function toChart(
  effect: EasedEffect,
  compared: readonly EasedStratum[],
  context: StrataContext,
): WhiskerChart {
  const place = (difference: number) => Math.min(1, Math.max(0, (difference + 1) / 2));
  return {
    kind: 'whiskers',
    rowLabel: 'Trigger, customer state',
    columns: [
      { label: 'With', wide: true },
      { label: 'Without', wide: true },
    ],
    axis: {
      ticks: [-0.5, 0, 0.5].map((at) => ({ at: place(at), label: points(at) })),
      reference: place(effect.stratified?.difference ?? 0),
    },
    valueLabel: 'Points',
    rows: compared.slice(0, SHOWN).flatMap((stratum) => toRow(stratum, place, context)),
    total: null,
  };
}

function toRow(
  stratum: EasedStratum,
  place: (difference: number) => number,
  context: StrataContext,
): WhiskerRow[] {
  const { exposed, unexposed } = stratum;
  const interval = newcombe(exposed, unexposed);
  if (interval === null) return [];
  const difference = exposed.numerator / exposed.denominator - unexposed.numerator / unexposed.denominator;
  const { trigger, state } = termsOf(stratum, context);
  return [
    {
      id: `${trigger?.id} ${state?.id}`,
      label: layerWords(trigger, state),
      figures: [
        formatFraction(exposed.numerator, exposed.denominator),
        formatFraction(unexposed.numerator, unexposed.denominator),
      ],
      at: place(difference),
      low: place(interval[0]),
      high: place(interval[1]),
      few: Math.min(exposed.denominator, unexposed.denominator) < ENOUGH,
      value: points(difference),
      open: layerOf(stratum, context, null),
    },
  ];
}

function toTable(strata: readonly EasedStratum[], context: StrataContext): TwinTable {
  return {
    columns: [
      { id: 'trigger', label: 'Trigger', form: 'text' },
      { id: 'state', label: 'Customer state', form: 'text' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'with', label: 'Handled effectively', form: 'count' },
      { id: 'easedWith', label: 'of these calmer', form: 'count' },
      { id: 'without', label: 'Partly or missed', form: 'count' },
      { id: 'easedWithout', label: 'of these calmer', form: 'count' },
      { id: 'compared', label: 'Compares', form: 'text' },
    ],
    rows: strata.map((stratum) => tableRow(stratum, context)),
    total: null,
  };
}

function tableRow(stratum: EasedStratum, context: StrataContext): TwinRow {
  const { exposed, unexposed } = stratum;
  const { trigger, state } = termsOf(stratum, context);
  const whole = layerOf(stratum, context, null);
  return {
    cells: [
      trigger?.label ?? '',
      state?.label ?? '',
      sizeOf(stratum),
      exposed.denominator,
      exposed.numerator,
      unexposed.denominator,
      unexposed.numerator,
      isCompared(stratum) ? 'yes' : 'one side only',
    ],
    open: whole,
    cellOpens: [
      whole,
      null,
      whole,
      exposed.denominator > 0 ? layerOf(stratum, context, ['effective']) : null,
      null,
      unexposed.denominator > 0 ? layerOf(stratum, context, ['partial', 'missed']) : null,
    ],
  };
}

/** The incidents of a layer; of one side of it where it is said how the technique was handled. */
function layerOf(
  stratum: EasedStratum,
  context: StrataContext,
  handled: readonly ('effective' | 'partial' | 'missed')[] | null,
): Narrowing | null {
  const { trigger, state } = termsOf(stratum, context);
  const { technique } = context;
  if (!technique || !trigger || !state) return null;
  const values = handled?.map((each) => skillValue(technique.id, each)) ?? [technique.id];
  return {
    measure: 'de_escalation_rate',
    selections: [
      ...values.map((value) => ({ dimension: 'technique' as const, value })),
      { dimension: 'trigger', value: trigger.id },
      { dimension: 'state', value: state.id },
    ],
  };
}

function termsOf({ trigger, state }: EasedStratum, { vocabularies }: StrataContext) {
  return {
    trigger: vocabularies.trigger.find(({ code }) => code === trigger),
    state: vocabularies.state.find(({ code }) => code === state),
  };
}

function layerWords(trigger: Term | undefined, state: Term | undefined): string {
  return `${trigger?.label ?? 'Unclassified'}, ${inSentence(state?.label ?? 'unknown')}`;
}

function isCompared({ exposed, unexposed }: EasedStratum): boolean {
  return exposed.denominator > 0 && unexposed.denominator > 0;
}

function sizeOf({ exposed, unexposed }: Pick<EasedStratum, 'exposed' | 'unexposed'>): number {
  return exposed.denominator + unexposed.denominator;
}
