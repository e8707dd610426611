import { ANTECEDENT_CASES, JOINT_CASES } from '../../statistics/association/association.ts';
import { countTests } from './bar.ts';
import type { Cells, Counts } from './cells.ts';
import { type Combination, parentsOf } from './combinations.ts';
import { chanceOf, type Evidence, evidenceOf, expectedIn, type PatternKind, zOf } from './evidence.ts';
import type { ScanInput, Test, Tests } from './scan-input.ts';
import { listTogether } from './together.ts';

/** Above this chance a test cannot become a finding: it is counted and forgotten. */
export const SUSPICIOUS = 0.1;

/**
 * Every question that can be asked about every combination: whether there are more incidents, more escalations, more
 * bad outcomes than expected. A combination is asked about when it has enough cases before anything is known of what is
 * asked: 30 in both periods together, 30 with a known path or outcome, or so many contacts that 5 incidents are
 * expected. What has the same incidents as with one value fewer is the same question, and asked once.
 */
export function listTests(input: ScanInput): Tests {
  const tests = gather();
  const { cells, all, contacts } = input;
  const isCompared = all.before > 0;
  cells.each((combination, own) => {
    if (isSameAsParent(combination, own, cells)) return;
    const hasContacts = contacts?.cells.find(combination) != null;
    if (isCompared && !hasContacts && own.now + own.before >= ANTECEDENT_CASES)
      tests.look('rising', combination, own, all, input);
    if (own.known >= ANTECEDENT_CASES) tests.look('escalated', combination, own, all, input);
    if (own.settled >= ANTECEDENT_CASES) tests.look('bad', combination, own, all, input);
  });
  contacts?.cells.each((combination, own) => {
    if (isSameAsParent(combination, own, contacts.cells)) return;
    if (isCompared && own.now + own.before >= ANTECEDENT_CASES)
      tests.look('rising', combination, own, contacts.all, input);
    tests.look('contacts', combination, own, contacts.all, input);
  });
  const together = isCompared ? [] : listTogether(input);
  for (const { combination, own, evidence } of together)
    tests.weigh('together', combination, own, all, evidence, input);
  return tests.told();
}

/** Whether there are enough of those asked about to be told of: 5. */
export function hasJointCases({ marked }: Evidence): boolean {
  return marked >= JOINT_CASES;
}

function gather() {
  const suspects: Test[] = [];
  const counted = countTests();
  const weigh = (
    kind: PatternKind,
    combination: Combination,
    own: Counts,
    all: Counts,
    evidence: Evidence,
    { clumping }: ScanInput,
  ) => {
    counted.add({ kind, combination });
    if (!hasJointCases(evidence) || zOf(evidence) < 1) return;
    const p = chanceOf(evidence, clumping.usual({ kind, combination, own, all }));
    if (p <= SUSPICIOUS) suspects.push({ kind, combination, own, all, p });
  };
  const look = (
    kind: Exclude<PatternKind, 'together'>,
    combination: Combination,
    own: Counts,
    all: Counts,
    input: ScanInput,
  ) => {
    const evidence = evidenceOf(kind, own, all);
    if (!evidence) return;
    if (kind === 'contacts' && expectedIn(evidence) < JOINT_CASES) return;
    weigh(kind, combination, own, all, evidence, input);
  };
  const told = (): Tests => ({ looked: counted.looked(), suspects });
  return { look, weigh, told };
}

function isSameAsParent(combination: Combination, own: Counts, cells: Cells): boolean {
  return parentsOf(combination).some((parent) => {
    const counts = cells.find(parent);
    return (
      counts !== null &&
      counts.now === own.now &&
      counts.before === own.before &&
      counts.contacts === own.contacts
    );
  });
}
