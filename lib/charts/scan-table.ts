import type { Fact, Finding } from '../analysis/pattern-scan/findings.ts';
import type { ToldScan } from '../analysis/pattern-scan/told-scan.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Vocabularies } from '../filters/vocabulary.ts';
import type { TwinTable } from './chart-model.ts';
import { KIND_WORDS, patternName } from './scan-words.ts';

const EXPECTED_BY: Record<Fact['kind'], string> = {
  rising: 'comparison',
  contacts: 'contacts',
  together: 'its values',
  escalated: 'rate of all',
  bad: 'rate of all',
};

/** Every pattern that was found, with what is needed to reckon again. */
export function scanTable(
  { findings }: ToldScan,
  vocabularies: Vocabularies,
  openOf: (finding: Fact) => Narrowing,
): TwinTable {
  return {
    columns: [
      { id: 'pattern', label: 'Pattern', form: 'text' },
      { id: 'of', label: 'Of', form: 'text' },
      { id: 'expected_by', label: 'Expected by', form: 'text' },
      { id: 'found', label: 'Found', form: 'count' },
      { id: 'out_of', label: 'Out of', form: 'count' },
      { id: 'expected', label: 'Expected', form: 'decimal' },
      { id: 'excess', label: 'Excess', form: 'decimal' },
      { id: 'lift', label: 'Lift', form: 'hundredths' },
      { id: 'low', label: '95\u00a0% from', form: 'hundredths' },
      { id: 'high', label: '95\u00a0% to', form: 'hundredths' },
      { id: 'q', label: 'q', form: 'thousandths' },
      { id: 'p', label: 'p', form: 'thousandths', inFilesOnly: true },
      { id: 'dispersion', label: 'Scatter', form: 'hundredths', inFilesOnly: true },
      { id: 'rising', label: 'Rising', form: 'text' },
      { id: 'cause', label: 'Of one cause with', form: 'text' },
    ],
    rows: findings.flatMap(withAlso).map(({ finding, cause }) => ({
      cells: [
        patternName(finding, vocabularies),
        KIND_WORDS[finding.kind],
        EXPECTED_BY[finding.kind],
        finding.found,
        finding.outOf,
        finding.expected,
        finding.excess,
        finite(finding.lift),
        finite(finding.interval[0]),
        finite(finding.interval[1]),
        finding.q,
        finding.p,
        finding.dispersion,
        finding.rising ? 'rising' : null,
        cause && patternName(cause, vocabularies),
      ],
      open: openOf(finding),
    })),
    total: null,
  };
}

/** A finding, and after it what else was found of its cause. */
function withAlso(finding: Finding): { finding: Fact; cause: Fact | null }[] {
  return [{ finding, cause: null }, ...finding.also.map((fact) => ({ finding: fact, cause: finding }))];
}

/** Against nothing expected there is no ratio. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
