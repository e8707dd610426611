import type { Bar } from './bar.ts';
import type { Counts } from './cells.ts';
import { both, isWithin, MOST_VALUES } from './combinations.ts';
import { chanceOf, type Evidence, evidenceOf } from './evidence.ts';
import type { ScanInput, Test } from './scan-input.ts';
import { evidenceOfParts } from './together.ts';

/** So many suspects are looked at and kept, the most seldom by chance first: what comes after them is never shown. */
const MOST_SUSPECTS = 1000;
const MOST_KEPT = 120;

/**
 * Those of many suspicious combinations that have something of their own to say.
 *
 * One with a value more stays beside its parent if it has more than the rest of the parent has; one whose excess lies in
 * another that is less likely by chance goes. Both are asked as sharply as findings themselves.
 */
export function chooseSuspects<One extends Test>(
  suspects: readonly One[],
  bar: Bar,
  input: ScanInput,
): One[] {
  const kept: One[] = [];
  for (const suspect of suspects.slice(0, MOST_SUSPECTS)) {
    if (kept.length === MOST_KEPT) break;
    if (kept.every((one) => saysMoreThan(suspect, one, bar, input))) kept.push(suspect);
  }
  // A parent may have come before the child in which all of its excess lies, or after the child that adds nothing to it.
  const told = kept.filter((parent) =>
    kept.every((child) => !isChild(child, parent) || hasMoreBeside(parent, child, bar, input)),
  );
  return told.filter((child) =>
    told.every((parent) => !isChild(child, parent) || hasMoreThanRest(child, parent, bar, input)),
  );
}

function saysMoreThan(test: Test, kept: Test, bar: Bar, input: ScanInput): boolean {
  if (test.kind !== kept.kind) return true;
  return isWithin(test.combination, kept.combination)
    ? hasMoreThanRest(test, kept, bar, input)
    : hasMoreBeside(test, kept, bar, input);
}

function isChild(test: Test, of: Test): boolean {
  return test !== of && test.kind === of.kind && isWithin(test.combination, of.combination);
}

/** Whether a part has more than the rest of the whole that it is part of. */
function hasMoreThanRest(part: Test, whole: Test, bar: Bar, input: ScanInput): boolean {
  const { kind, combination, own } = part;
  if (kind !== 'together') return isBeyond(evidenceOf(kind, own, whole.own), part, bar, input);
  const added = combination.filter((value) => !isWithin(whole.combination, [value]));
  const { probability } = evidenceOfParts(added, input);
  return isBeyond(known(own.now, whole.own.now, probability), part, bar, input);
}

/** Whether there is an excess where the other one is not. What both have together may not be known: then there is. */
function hasMoreBeside(test: Test, other: Test, bar: Bar, input: ScanInput): boolean {
  const { kind, combination, own, all } = test;
  const joined = both(combination, other.combination);
  if (joined === null || joined.length > MOST_VALUES) return true;
  const shared = (own.contacts === null ? input.cells : input.contacts?.cells)?.find(joined);
  if (!shared) return true;
  const rest = minus(own, shared);
  if (kind !== 'together') return isBeyond(evidenceOf(kind, rest, all), test, bar, input);
  if (!isWithin(other.combination, combination)) return true;
  const probability =
    evidenceOfParts(combination, input).probability - evidenceOfParts(joined, input).probability;
  return isBeyond(known(rest.now, all.now, probability), test, bar, input);
}

function isBeyond(evidence: Evidence | null, test: Test, bar: Bar, { clumping }: ScanInput): boolean {
  return evidence !== null && bar(chanceOf(evidence, clumping.usual(test)), test);
}

function known(marked: number, records: number, probability: number): Evidence {
  return { marked, records, probability, whole: Number.POSITIVE_INFINITY };
}

/** The counts of those that are in the one and not in the other, which is part of it. */
function minus(one: Counts, part: Counts): Counts {
  const less = (name: keyof Counts) => (one[name] ?? 0) - (part[name] ?? 0);
  return {
    now: less('now'),
    before: less('before'),
    known: less('known'),
    escalated: less('escalated'),
    settled: less('settled'),
    bad: less('bad'),
    contacts: one.contacts === null ? null : less('contacts'),
    contactsBefore: one.contactsBefore === null ? null : less('contactsBefore'),
  };
}
