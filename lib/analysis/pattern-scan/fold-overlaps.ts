import type { Bar } from './bar.ts';
import type { Counts } from './cells.ts';
import { isWithin } from './combinations.ts';
import { chanceOf, evidenceOf } from './evidence.ts';
import type { Judged } from './findings.ts';
import { addTallies, type Tally } from './tally.ts';

/** Incidents that have the same of the patterns that were followed. */
export interface Group {
  /** Which patterns they have. */
  members: readonly number[];
  now: Tally;
  before: Tally;
}

/**
 * The findings that say something of their own, of all that hold up, the least likely by chance first: what has no
 * excess left among the incidents outside of those before it is folded into them. A pattern with a value more than one
 * before it is not asked so, since it lies within that one. In the end a wider pattern is asked again beside the
 * narrower ones that came after it.
 */
export function foldOverlaps<One extends Judged>(
  findings: readonly One[],
  groups: readonly Group[],
  bar: Bar,
): One[] {
  const kept: One[] = [];
  for (const finding of findings) {
    const others = kept.filter(
      (one) => isAlike(one, finding) && !isWithin(finding.combination, one.combination),
    );
    if (hasMoreOutside(finding, others, groups, bar)) kept.push(finding);
  }
  return kept.filter((finding) => {
    const within = kept.filter(
      (one) => one !== finding && isAlike(one, finding) && isWithin(one.combination, finding.combination),
    );
    return hasMoreOutside(finding, within, groups, bar);
  });
}

function isAlike(one: Judged, other: Judged): boolean {
  return one.kind === other.kind;
}

function hasMoreOutside(
  finding: Judged,
  others: readonly Judged[],
  groups: readonly Group[],
  bar: Bar,
): boolean {
  const { kind, pattern, dispersion, all } = finding;
  // What contacts and single values let expect of a part is not known from its incidents.
  if (kind === 'contacts' || kind === 'together') return true;
  const own = groups.filter(({ members }) => members.includes(pattern));
  const rest = own.filter(({ members }) => !others.some((other) => members.includes(other.pattern)));
  if (rest.length === own.length) return true;
  const evidence = evidenceOf(kind, countsOf(rest), { ...all, contacts: null, contactsBefore: null });
  return evidence !== null && bar(chanceOf(evidence, dispersion), finding);
}

/** The counts of several groups together. */
export function countsOf(groups: readonly Group[]): Counts {
  const { incidents: now, ...rest } = addTallies(groups.map((group) => group.now));
  const { incidents: before } = addTallies(groups.map((group) => group.before));
  return { now, before, ...rest, contacts: null, contactsBefore: null };
}
