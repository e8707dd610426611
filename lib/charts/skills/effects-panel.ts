import {
  type EffectGridFindings,
  FALSE_FINDINGS,
  standsOut,
  type TechniqueEffects,
} from '../../analysis/skills/effect-grid.ts';
import { ENOUGH, type TestedEffect } from '../../analysis/skills/technique-effects.ts';
import type { Narrowing } from '../../filters/filters.ts';
import type { Term } from '../../filters/vocabulary.ts';
import type { Panel } from '../chart-model.ts';
import { formatCount, formatCounted, formatFraction, formatList } from '../format.ts';
import { openIncidents } from '../open-link.ts';
import { inSentence } from '../sentence-words.ts';
import { EFFECT_AXIS, points, toMark } from './effect-axis.ts';
import type { EffectCell, EffectGrid } from './effect-model.ts';
import { effectsTable } from './effects-table.ts';

const DEFINITION = `Of the incidents of the de-escalation rate in which a technique had an opportunity: the share that was calmer afterwards where it was handled effectively, less the share where it was handled partly or missed, in points. Like is compared with like: incidents with the same trigger and customer state (Mantel-Haenszel weights, Sato’s interval of 95 %); layers with one side only compare nothing. The hollow mark is the difference as counted, without layers. Under ${ENOUGH} on either side nothing is told. Every comparison of the grid is tested, and one is marked only where no more than ${FALSE_FINDINGS * 100} % of those marked are expected to be false (Benjamini and Hochberg). An association, not a proof: what is not recorded may be behind both.`;

export interface EffectsContext {
  periodWords: string;
  /** Incidents of the de-escalation rate, of them calmer, and by the code of the trigger. */
  counted: number;
  eased: number;
  byTrigger: ReadonlyMap<number, number>;
}

/** Which techniques go with more de-escalation, by trigger. */
export function effectsPanel(found: EffectGridFindings, context: EffectsContext): Panel<EffectGrid> {
  const { counted, eased, periodWords } = context;
  const isEmpty = found.rows.length === 0;
  const reversed = found.rows.filter(({ all, byTrigger }) => [all, ...byTrigger].some((one) => one.reversed));
  return {
    id: 'effects',
    headline: headline(found),
    subtitle: [
      `De-escalated where the technique was handled effectively less where it was not, points, with 95\u00a0% interval, ${periodWords}; alike in trigger and customer state (Mantel-Haenszel), hollow: as counted.`,
      `${formatCounted(counted, 'incident')} of the de-escalation rate; ${formatFraction(found.found, found.tested)} differences stand out (false-discovery rate 5\u00a0%).`,
      ...(reversed.length > 0
        ? [
            `Of ${formatCounted(reversed.length, 'technique')} some go the other way as counted: they are used where it is hardest.`,
          ]
        : []),
      'By the lower end of the range. Association, not proof.',
    ].join(' '),
    definition: { title: 'What works', text: DEFINITION, passage: 'mantel-haenszel' },
    picture: isEmpty ? null : toGrid(found, context),
    empty: isEmpty
      ? 'None of these incidents records both how a technique was handled and how upset the customer was before and after, so nothing can be compared.'
      : null,
    table: effectsTable(found),
    open: openIncidents(
      counted,
      { measure: 'de_escalation_rate' },
      { count: eased, words: 'calmer afterwards' },
    ),
  };
}

function headline({ rows, tested }: EffectGridFindings): string {
  if (tested === 0) return 'No technique has enough incidents with it and without to be compared';
  const out = rows.filter(({ all }) => standsOut(all));
  const helpful = out.filter(({ all }) => (all.stratified?.difference ?? 0) > 0);
  const harmful = out.filter(({ all }) => (all.stratified?.difference ?? 0) < 0);
  const name = (of: readonly TechniqueEffects[]) =>
    formatList(
      of
        .slice(0, 3)
        .map(({ technique }, place) => (place === 0 ? technique.label : inSentence(technique.label))),
    );
  const more = helpful.length > 3 ? ` and ${formatCount(helpful.length - 3)} more` : '';
  if (helpful.length > 0)
    return `${name(helpful)}${more} ${helpful.length === 1 ? 'goes' : 'go'} with more de-escalation when handled effectively`;
  if (harmful.length > 0)
    return `${name(harmful)} ${harmful.length === 1 ? 'goes' : 'go'} with less de-escalation`;
  return 'Of no technique can the data say that it goes with more de-escalation';
}

function toGrid({ rows, triggers }: EffectGridFindings, { counted, byTrigger }: EffectsContext): EffectGrid {
  return {
    kind: 'effects',
    columns: [
      { id: 'all', label: 'All triggers', count: formatCount(counted) },
      ...triggers.map(({ id, label, code }) => ({ id, label, count: formatCount(byTrigger.get(code) ?? 0) })),
    ],
    rows: rows.map((row) => ({
      id: row.technique.id,
      label: row.technique.label,
      note: reversedNote(row),
      cells: [
        toEffectCell(row, row.all, null),
        ...row.byTrigger.map((effect, place) => toEffectCell(row, effect, triggers[place] ?? null)),
      ],
    })),
    axis: EFFECT_AXIS,
    unit: 'points, with less without',
  };
}

function reversedNote({ all, byTrigger }: TechniqueEffects): string | null {
  const cells = [all, ...byTrigger];
  const reversed = cells.filter((cell) => cell.reversed).length;
  return reversed === 0 ? null : `reversed in ${formatFraction(reversed, cells.length)}`;
}

function toEffectCell(
  { technique }: TechniqueEffects,
  effect: TestedEffect,
  trigger: Term | null,
): EffectCell {
  const { exposed, unexposed, enough, stratified, crude } = effect;
  const count = exposed.denominator + unexposed.denominator;
  const name = `${technique.label}, ${trigger ? inSentence(trigger.label) : 'all triggers'}`;
  if (count === 0) return { words: '', count: '', title: `${name}: no incidents`, mark: null, open: null };
  const open = effectOf(technique.id, trigger?.id ?? null);
  if (!enough || !stratified) {
    const least = Math.min(exposed.denominator, unexposed.denominator);
    const words = least < ENOUGH ? `too few: ${formatFraction(least, ENOUGH)}` : 'nothing alike';
    return { words, count: formatCount(count), title: `${name}: ${words}`, mark: null, open };
  }
  const state = !standsOut(effect) ? 'common' : stratified.difference > 0 ? 'improvement' : 'concern';
  return {
    words: points(stratified.difference),
    count: formatCount(count),
    title: `${name}: ${describeEffect(effect)}`,
    mark: toMark(stratified, crude?.difference ?? null, state),
    open,
  };
}

/** "+14 points, 95 % interval +6 to +22; calmer in 300 of 400 with, 90 of 145 without; as counted +12" */
export function describeEffect({ exposed, unexposed, stratified, crude, reversed }: TestedEffect): string {
  if (!stratified) return 'nothing alike on both sides';
  const interval = stratified.differenceInterval;
  return [
    `${points(stratified.difference)} points${interval ? `, 95\u00a0% interval ${points(interval[0])} to ${points(interval[1])}` : ''}`,
    `calmer in ${formatFraction(exposed.numerator, exposed.denominator)} with, ${formatFraction(unexposed.numerator, unexposed.denominator)} without`,
    ...(crude ? [`as counted ${points(crude.difference)}${reversed ? ', the other way' : ''}`] : []),
  ].join('; ');
}

/** The incidents that a comparison goes over. */
export function effectOf(technique: string, trigger: string | null): Narrowing {
  return {
    measure: 'de_escalation_rate',
    selections: [
      { dimension: 'technique', value: technique },
      ...(trigger === null ? [] : [{ dimension: 'trigger' as const, value: trigger }]),
    ],
  };
}
