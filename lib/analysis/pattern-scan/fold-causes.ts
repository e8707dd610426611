import type { Bar } from './bar.ts';
import { isWithin } from './combinations.ts';
import { chanceOf, type Evidence, evidenceOf } from './evidence.ts';
import type { Judged } from './findings.ts';
import { countsOf, type Group } from './fold-overlaps.ts';
import { expectedOf } from './lift.ts';

/**
 * Which findings are another fact about the cause of one before: for each its place, or null where it stands by itself.
 *
 * More incidents than in the comparison and more than by contacts are asked apart, so one cause can be found by both. They
 * are of one cause when one of them has no excess left outside of the other: what contacts let expect of the part that
 * both share is taken to be what the comparison lets expect of it, in proportion. One that rises within a wider one that
 * has more besides stays by itself.
 */
export function foldCauses(
  findings: readonly (Judged & { rising: boolean })[],
  groups: readonly Group[],
  bar: Bar,
): (number | null)[] {
  const causes: (number | null)[] = findings.map(() => null);
  for (const [index, one] of findings.entries()) {
    if (one.kind !== 'contacts') continue;
    const partner = findings.findIndex(
      (other, at) => other.kind === 'rising' && causes[at] === null && isOneCause(one, other, groups, bar),
    );
    if (partner >= 0) causes[index] = partner;
  }
  return causes;
}

function isOneCause(contacts: Judged, rising: Judged, groups: readonly Group[], bar: Bar): boolean {
  const own = groups.filter(({ members }) => members.includes(rising.pattern));
  const shared = own.filter(({ members }) => members.includes(contacts.pattern));
  const both = countsOf(shared).now;
  if (both === 0) return false;
  const part = (expectedOf(rising) * both) / rising.own.now;
  if (!bar(chanceOf(less(contacts.evidence, both, part), contacts.dispersion), contacts)) return true;
  if (isWithin(rising.combination, contacts.combination)) return false;
  const rest = own.filter(({ members }) => !members.includes(contacts.pattern));
  const outside = evidenceOf('rising', countsOf(rest), {
    ...rising.all,
    contacts: null,
    contactsBefore: null,
  });
  return outside === null || !bar(chanceOf(outside, rising.dispersion), rising);
}

/** Without so many that were found and so many that were expected. */
function less({ marked, records, probability, whole }: Evidence, found: number, expected: number): Evidence {
  const left = Math.max(0, probability - expected / records);
  return { marked: Math.max(0, marked - found), records, probability: left, whole };
}
