import type { Interval } from '../../statistics/wilson.ts';
import { barOf, tellApart } from './bar.ts';
import { ownDispersion } from './clumps.ts';
import type { Combination } from './combinations.ts';
import { chanceOf, type Evidence, evidenceOf, type PatternKind } from './evidence.ts';
import { foldCauses } from './fold-causes.ts';
import { foldOverlaps, type Group } from './fold-overlaps.ts';
import { liftOf } from './lift.ts';
import { risingOnes } from './rising-ones.ts';
import type { ScanInput, Test } from './scan-input.ts';
import { type Shortlist, same } from './shortlist.ts';
import type { Tally } from './tally.ts';
import { evidenceOfParts } from './together.ts';

/** A combination that has more of something than expected, by more than chance explains. */
export interface Fact {
  kind: PatternKind;
  combination: Combination;
  /** With these values in the period. */
  incidents: number;
  /** Incidents, or those of them that were escalated or ended badly. */
  found: number;
  expected: number;
  excess: number;
  /** What was found is counted out of these: with a known path or outcome; null of incidents. */
  outOf: number | null;
  /** Found by expected; Infinity where nothing was expected. */
  lift: number;
  interval: Interval;
  /** How likely chance alone gives as much, and the share of false findings among all up to this one. */
  p: number;
  q: number;
  /** How many times as much as independent ones its counts vary. */
  dispersion: number;
  /** More now than in the comparison. */
  rising: boolean;
  /** Its incidents are those with known contacts only. */
  amongContacts: boolean;
}

/** A fact with the others of the same cause. */
export interface Finding extends Fact {
  also: readonly Fact[];
}

/** What was asked about the patterns of a shortlist. */
export interface Followed {
  /** Whole weeks that tell how much counts vary, of everything and of each pattern. */
  weeks: { all: readonly Tally[]; patterns: readonly (readonly (Tally | null)[])[] };
  /** All incidents that have any of the patterns, by which ones they have. */
  groups: readonly Group[];
}

export interface ScanResult {
  findings: readonly Finding[];
  looked: number;
  /** Significant combinations that say nothing beyond those told. */
  folded: number;
}

/**
 * The findings of a scan: rising ones first, then by excess.
 *
 * Each test of the shortlist is made again with the dispersion of its own weeks; Benjamini and Hochberg's q counts every
 * test that was looked at; overlapping patterns are folded into the one that chance explains least; what is found both
 * by the comparison and by contacts is one finding with both facts.
 */
export function findPatterns(list: Shortlist, followed: Followed, input: ScanInput): ScanResult {
  const judged = list.tests.map((test) => judgeAgain(test, list, followed, input));
  const told = tellApart(judged, list.looked, (tests, isFinding) =>
    foldOverlaps(tests, followed.groups, isFinding),
  );
  const risen = risingOnes(told, followed.groups);
  const rising = told.map((one, index) => ({ ...one, rising: risen[index] ?? false }));
  const causes = foldCauses(rising, followed.groups, barOf(told, list.looked));
  const facts = rising.map(
    (one): Fact => ({
      kind: one.kind,
      combination: one.combination,
      incidents: one.own.now,
      ...liftOf(one),
      p: one.p,
      q: one.q,
      dispersion: one.dispersion,
      rising: one.rising,
      amongContacts: one.own.contacts !== null,
    }),
  );
  const findings = facts.flatMap((fact, index): Finding[] =>
    causes[index] === null ? [{ ...fact, also: facts.filter((_, other) => causes[other] === index) }] : [],
  );
  return {
    findings: findings.sort(
      (one, other) => Number(other.rising) - Number(one.rising) || other.excess - one.excess,
    ),
    looked: list.looked.total,
    folded: list.significant - facts.length,
  };
}

/** A test with the dispersion of its own weeks. */
export interface Judged extends Test {
  /** Of its combination among the patterns that were followed. */
  pattern: number;
  evidence: Evidence;
  dispersion: number;
}

function judgeAgain(test: Test, list: Shortlist, { weeks }: Followed, input: ScanInput): Judged {
  const { kind, combination, own, all } = test;
  const pattern = list.patterns.findIndex((each) => same(each, combination));
  const evidence = kind === 'together' ? evidenceOfParts(combination, input) : evidenceOf(kind, own, all);
  if (!evidence) throw new Error(`a ${kind} test was made of what cannot be asked`);
  const prior = { usual: input.clumping.usual(test), weeks: input.clumping.weeks(kind) };
  const dispersion = ownDispersion(kind, weeks.patterns[pattern] ?? [], weeks.all, prior);
  return { ...test, pattern, evidence, dispersion, p: chanceOf(evidence, dispersion) };
}
