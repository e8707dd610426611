import type { Ranking } from '../analysis/pareto.ts';
import { type ParetoSubject, weightWords } from './pareto-words.ts';

/** What was asked for a Pareto chart. */
export interface AskedPareto {
  subject: ParetoSubject;
  ranking: Ranking;
  /** How many incidents have each code, and how many of them a weight. */
  weighed: readonly { code: number; incidents: number; known: number }[];
}

/** How many incidents a link to each code opens: where a measure stands for the weight, those that have one. */
export function openedBy({ subject, weighed }: AskedPareto): ReadonlyMap<number, number> {
  const { measure } = weightWords(subject);
  return new Map(weighed.map(({ code, incidents, known }) => [code, measure ? known : incidents]));
}

/** All incidents, or those of them that have a weight. */
export function countWeighed({ weighed }: AskedPareto, of: 'known' | 'incidents'): number {
  return weighed.reduce((sum, value) => sum + value[of], 0);
}
