import { benjaminiHochberg } from '../../statistics/false-discovery.ts';
import { FALSE_SHARE } from './bar.ts';
import { chanceOf, type Evidence, evidenceOf } from './evidence.ts';
import type { Judged } from './findings.ts';
import type { Group } from './fold-overlaps.ts';
import { addTallies } from './tally.ts';

/**
 * Which findings are more now than in the comparison: those that were found so, and of the others those whose share of
 * contacts, escalations or bad outcomes rose by more than chance explains, with so many of them asked.
 */
export function risingOnes(findings: readonly Judged[], groups: readonly Group[]): boolean[] {
  const pValues = findings.map((finding) => {
    const evidence = finding.kind === 'rising' ? null : evidenceOfRise(finding, groups);
    return evidence && chanceOf(evidence, finding.dispersion);
  });
  const qs = benjaminiHochberg(pValues);
  return findings.map(({ kind }, index) => kind === 'rising' || (qs[index] ?? 1) <= FALSE_SHARE);
}

function evidenceOfRise({ kind, own, all, pattern }: Judged, groups: readonly Group[]): Evidence | null {
  if (kind === 'contacts') return own.contactsBefore ? evidenceOf('rising', own, all) : null;
  const members = groups.filter((group) => group.members.includes(pattern));
  const now = addTallies(members.map((group) => group.now));
  const before = addTallies(members.map((group) => group.before));
  if (kind === 'escalated') return rise(now.escalated, now.known, before.escalated, before.known);
  return kind === 'bad' ? rise(now.bad, now.settled, before.bad, before.settled) : null;
}

/** Of those marked in both periods the ones now, where as many would be as there are records now. */
function rise(now: number, of: number, before: number, ofBefore: number): Evidence | null {
  if (ofBefore === 0 || of === 0) return null;
  return {
    marked: now,
    records: now + before,
    probability: of / (of + ofBefore),
    whole: Number.POSITIVE_INFINITY,
  };
}
