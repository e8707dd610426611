import type { CrossTable } from '../analysis/cross-table.ts';
import { FEWEST } from '../analysis/measure-findings.ts';
import type { Term } from '../filters/vocabulary.ts';
import { normalQuantile } from '../statistics/distributions.ts';
import type { Fraction } from '../statistics/fraction.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import type { Outcome } from '../taxonomy/fixed-sets.ts';
import { formatCount, formatCounted, formatFraction } from './format.ts';

const NOT_SETTLED: readonly Outcome[] = ['unknown', 'follow_up_pending'];
const ENDED_BADLY: readonly Outcome[] = ['unresolved', 'customer_lost'];

interface Compared {
  label: string;
  own: Fraction;
  rest: Fraction;
}

/**
 * Which trigger ends unresolved or lost more often than the rest, out of settled outcomes, if any does so beyond
 * chance: 95 % over all triggers compared (Newcombe's interval, Bonferroni's correction).
 */
export function outcomeHeadline(
  table: CrossTable,
  triggers: readonly Term[],
  outcomes: readonly Outcome[],
): string {
  const all = settled(table.columnTotals, outcomes);
  if (table.total === 0) return 'No incidents in this period';
  if (all.denominator === 0)
    return `No outcome is settled yet among ${formatCounted(table.total, 'incident')}`;
  const overall = `${formatFraction(all.numerator, all.denominator)} settled outcomes`;
  if (all.denominator < FEWEST)
    return `Too few to compare: ${formatCounted(all.denominator, 'settled outcome')}`;
  if (all.numerator === 0)
    return `None of ${formatCount(all.denominator)} settled outcomes is unresolved or lost`;
  const compared = triggers.flatMap((term, index): Compared[] => {
    const own = settled(table.counts[index] ?? [], outcomes);
    if (term.code === UNKNOWN_CODE || own.denominator < FEWEST || own.denominator === all.denominator)
      return [];
    const rest = { numerator: all.numerator - own.numerator, denominator: all.denominator - own.denominator };
    return [{ label: term.label, own, rest }];
  });
  const standOut = beyondChance(compared);
  const [first, ...others] = standOut;
  if (compared.length < 2) return `${overall} are unresolved or lost`;
  if (!first) return `No trigger ends unresolved or lost clearly more often than the rest: ${overall}`;
  const figures = `${formatFraction(first.own.numerator, first.own.denominator)}, against ${formatFraction(first.rest.numerator, first.rest.denominator)}`;
  const too =
    others.length > 0
      ? `; ${others.length} more ${others.length === 1 ? 'trigger does' : 'triggers do'} too`
      : '';
  return `${first.label} ends unresolved or lost more often than the rest: ${figures}${too}`;
}

function settled(counts: readonly number[], outcomes: readonly Outcome[]): Fraction {
  const sum = (wanted: (outcome: Outcome) => boolean) =>
    outcomes.reduce((all, outcome, index) => all + (wanted(outcome) ? (counts[index] ?? 0) : 0), 0);
  return {
    numerator: sum((outcome) => ENDED_BADLY.includes(outcome)),
    denominator: sum((outcome) => !NOT_SETTLED.includes(outcome)),
  };
}

/** The triggers above the rest beyond chance, the highest share first. */
function beyondChance(compared: readonly Compared[]): Compared[] {
  if (compared.length === 0) return [];
  const z = normalQuantile(1 - 0.025 / compared.length);
  const share = ({ own }: Compared) => own.numerator / own.denominator;
  return compared
    .filter(({ own, rest }) => (newcombe(own, rest, z)?.[0] ?? 0) > 0)
    .sort((one, other) => share(other) - share(one));
}
