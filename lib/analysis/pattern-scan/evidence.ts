import { dispersedTail } from '../../statistics/dispersed-tail.ts';
import type { Counts } from './cells.ts';

/**
 * What a combination has more of than expected: incidents, against the comparison's share, against contacts or against
 * what its values have one by one; escalations; bad outcomes.
 */
export const PATTERN_KINDS = ['rising', 'contacts', 'together', 'escalated', 'bad'] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** So many records of which so many are marked, where by chance each would be with a probability. */
export interface Evidence {
  marked: number;
  records: number;
  probability: number;
  /** How many records that probability was taken of, these among them; Infinity where it comes from elsewhere. */
  whole: number;
}

/**
 * What counts of a combination say, seen among all; null where that cannot be asked.
 *
 * - rising: of the incidents in both periods together those of this one are marked, and the probability is this period's
 *   part of all incidents (of the contacts of the same cells, where these are known in both).
 * - contacts: of all incidents those with the combination are marked, and the probability is its part of all contacts.
 * - escalated, bad: of the incidents with a known path or outcome those that were.
 */
export function evidenceOf(
  kind: Exclude<PatternKind, 'together'>,
  own: Counts,
  all: Counts,
): Evidence | null {
  switch (kind) {
    case 'rising':
      return risingEvidence(own, all);
    case 'contacts':
      if (!own.contacts || !all.contacts) return null;
      return {
        marked: own.now,
        records: all.now,
        probability: own.contacts / all.contacts,
        whole: Number.POSITIVE_INFINITY,
      };
    case 'escalated':
      return shareEvidence(own.escalated, own.known, all.escalated, all.known);
    case 'bad':
      return shareEvidence(own.bad, own.settled, all.bad, all.settled);
  }
}

/** What the values of a combination would have together if none had to do with another. */
export function togetherEvidence(own: Counts, parts: readonly Counts[], all: Counts): Evidence {
  const probability = parts.reduce((product, part) => product * (part.now / all.now), 1);
  return { marked: own.now, records: all.now, probability, whole: Number.POSITIVE_INFINITY };
}

/** What would be marked by chance. */
export function expectedIn({ records, probability }: Evidence): number {
  return records * probability;
}

/** How far it lies above that, in standard deviations. */
export function zOf(evidence: Evidence, dispersion = 1): number {
  const { marked, records, probability } = evidence;
  const variance = records * probability * (1 - probability) * scatterOf(evidence, dispersion);
  return variance > 0 ? (marked - records * probability) / Math.sqrt(variance) : 0;
}

/** How likely chance alone is to mark as many or more. */
export function chanceOf(evidence: Evidence, dispersion = 1): number {
  const { marked, records, probability } = evidence;
  return dispersedTail(marked, records, probability, scatterOf(evidence, dispersion));
}

/** Records drawn out of a whole, of which so many are marked, scatter less than if they were put back each time. */
function scatterOf({ records, whole }: Evidence, dispersion: number): number {
  return dispersion * Math.max(1 - records / whole, 1 / Math.max(records, 1));
}

function risingEvidence(own: Counts, all: Counts): Evidence | null {
  const records = own.now + own.before;
  const byContacts = risingAmongContacts(own, all);
  const whole = all.now + all.before;
  if (all.before === 0) return null;
  if (byContacts !== null)
    return { marked: own.now, records, probability: byContacts, whole: Number.POSITIVE_INFINITY };
  return { marked: own.now, records, probability: all.now / whole, whole };
}

/** This period's part of the incidents that the contacts of both let expect; null where they are not known in both. */
function risingAmongContacts(own: Counts, all: Counts): number | null {
  if (!own.contacts || !own.contactsBefore || !all.contacts || !all.contactsBefore) return null;
  const now = (all.now * own.contacts) / all.contacts;
  const before = (all.before * own.contactsBefore) / all.contactsBefore;
  return now + before > 0 ? now / (now + before) : null;
}

function shareEvidence(marked: number, records: number, allMarked: number, all: number): Evidence | null {
  return all === 0 || allMarked === 0 ? null : { marked, records, probability: allMarked / all, whole: all };
}
