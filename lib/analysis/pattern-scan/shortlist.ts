import { type Looked, tellApart } from './bar.ts';
import { chooseSuspects } from './choose-suspects.ts';
import type { Combination } from './combinations.ts';
import { listTests } from './list-tests.ts';
import type { ScanInput, Test } from './scan-input.ts';

/** So many patterns are looked at closely, and no more are told. */
export const MOST_FOLLOWED = 40;

/** What a scan leaves to be looked at closely. */
export interface Shortlist {
  looked: Looked;
  /** How many held up at first sight. */
  significant: number;
  /** Those that have something of their own to say. */
  tests: readonly Test[];
  /** Their combinations, each once. */
  patterns: readonly Combination[];
}

/** Makes every test and keeps what may become a finding; its weeks and overlaps have to be asked for then. */
export function shortlist(input: ScanInput): Shortlist {
  const { looked, suspects } = listTests(input);
  let significant = 0;
  const chosen = tellApart(suspects, looked, (tests, isFinding) => {
    significant = Math.max(significant, tests.length);
    return chooseSuspects(tests, isFinding, input);
  });
  const patterns: Combination[] = [];
  const tests = chosen.filter(({ combination }) => {
    if (patterns.some((pattern) => same(pattern, combination))) return true;
    if (patterns.length === MOST_FOLLOWED) return false;
    patterns.push(combination);
    return true;
  });
  return { looked, significant, tests, patterns };
}

export function same(one: Combination, other: Combination): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ dimension, code }, place) => other[place]?.dimension === dimension && other[place]?.code === code,
    )
  );
}
