import { valueWords } from '../charts/measure-words.ts';
import type { Measure } from './measure.ts';

/** How a person writes a target: in a unit of its own, between two bounds. */
export interface TargetUnit {
  /** Behind the number: "%". */
  words: string;
  /** How much one of it is in the measure's own unit. */
  factor: number;
  least: number;
  most: number;
}

/** In which unit a target of the measure is given; null where no direction is good, so that there is none to reach. */
export function targetUnit({ unit, better }: Pick<Measure, 'unit' | 'better'>): TargetUnit | null {
  return better === 'neutral' ? null : UNITS[unit];
}

/** "at most 25 %", "at least 2.0 days". */
export function describeTarget(measure: Measure, value: number): string {
  return `${aimWords(measure)} ${valueWords(measure, value)}`;
}

/** Which side of a target is good: "at most" or "at least". */
export function aimWords({ better }: Pick<Measure, 'better'>): 'at most' | 'at least' {
  return better === 'higher' ? 'at least' : 'at most';
}

const UNITS: Readonly<Record<Measure['unit'], TargetUnit>> = {
  count: { words: 'in a week or month', factor: 1, least: 0, most: 1_000_000 },
  share: { words: '%', factor: 0.01, least: 0, most: 100 },
  minutes: { words: 'hours', factor: 60, least: 0, most: 10_000 },
  score: { words: 'of 5', factor: 1, least: 1, most: 5 },
  money: { words: 'of the currency in a week or month', factor: 1, least: 0, most: 1_000_000_000 },
  per_1000_contacts: { words: 'per 1,000 contacts', factor: 1, least: 0, most: 1000 },
  per_agent_week: { words: 'per agent-week', factor: 1, least: 0, most: 100 },
};
