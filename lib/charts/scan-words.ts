import type { PatternKind } from '../analysis/pattern-scan/evidence.ts';
import type { Fact } from '../analysis/pattern-scan/findings.ts';
import { termOf } from '../analysis/terms.ts';
import type { Vocabularies } from '../filters/vocabulary.ts';
import { labelInSentence } from '../filters/words.ts';
import { formatCount, formatCounted, formatDecimal, formatFraction } from './format.ts';
import { capital } from './sentence-words.ts';

/** "Billing error · Fibre 500 · phone" */
export function patternName({ combination }: Pick<Fact, 'combination'>, vocabularies: Vocabularies): string {
  const labels = combination.map(({ dimension, code }) =>
    labelInSentence(dimension, termOf(vocabularies[dimension], code).label),
  );
  return capital(labels.join(' · '));
}

/** What there is more of. */
export const KIND_WORDS: Record<PatternKind, string> = {
  rising: 'incidents',
  contacts: 'incidents',
  together: 'incidents',
  escalated: 'escalated',
  bad: 'unresolved or lost',
};

/** What was found, and what was expected by what: "74 of 131 escalated, 37 at the rate of all". */
export function reasonWords(finding: Fact, comparisonWords: string | null): string {
  const { kind, found, outOf, amongContacts } = finding;
  const before = comparisonWords ?? 'the comparison';
  const expected = finding.expected === 0 ? 'none' : expectedWords(finding);
  const incidents = formatCounted(found, 'incident');
  const among = outOf === null ? incidents : `${formatFraction(found, outOf)} ${KIND_WORDS[kind]}`;
  switch (kind) {
    case 'rising':
      if (finding.expected === 0) return `${incidents}, none in ${before}`;
      return `${incidents}, ${expected} by ${amongContacts ? 'its contacts and ' : 'the share of '}${before}`;
    case 'contacts':
      return `${incidents}, ${expected} by its contacts`;
    case 'together':
      return `${incidents}, ${expected} by chance alone`;
    case 'escalated':
    case 'bad':
      return `${among}, ${expected} at the rate of all`;
  }
}

/** What is expected as it stands beside what was found: a whole number, so that both and their difference add up. */
export function expectedWords({ expected }: Fact): string {
  return formatCount(Math.round(expected));
}

export function excessWords({ found, expected }: Fact): string {
  const excess = found - Math.round(expected);
  return excess > 0 ? `+${formatCount(excess)}` : formatCount(excess);
}

/** "2.1"; of something that was not there before "new". */
export function liftWords({ lift }: Fact): string {
  return Number.isFinite(lift) ? formatDecimal(lift, lift < 10 ? 1 : 0) : 'new';
}

/** "1.7–2.5" */
export function intervalWords({ interval: [low, high] }: Fact): string {
  const figure = (value: number) => formatDecimal(value, value < 10 ? 1 : 0);
  return Number.isFinite(high) ? `${figure(low)}–${figure(high)}` : `over ${figure(low)}`;
}

export function qWords(q: number): string {
  return q < 0.001 ? '< 0.001' : formatDecimal(q, 3);
}
