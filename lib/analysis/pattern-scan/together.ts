import { ANTECEDENT_CASES, JOINT_CASES } from '../../statistics/association/association.ts';
import { type Counts, NO_COUNTS } from './cells.ts';
import { type Combination, isScanned, parentsOf, SCANNED } from './combinations.ts';
import { type Evidence, togetherEvidence } from './evidence.ts';
import type { ScanInput } from './scan-input.ts';

interface Together extends Chance {
  own: Counts;
  evidence: Evidence;
}

/**
 * Two or three values that may occur together more often than if they had nothing to do with each other: those of which
 * 5 incidents together are expected by chance, and each but one of them has 30. They are counted whether or not they do
 * occur together, else rare chances would be looked at only where they came true. Combinations whose contacts are known
 * are held against these and left out here.
 */
export function listTogether(input: ScanInput): Together[] {
  const { contacts } = input;
  const singles = listSingles(input);
  const extend = (base: Chance) => extensionsOf(base, singles, input);
  const pairs = singles.flatMap((single) => extend(single));
  const triples = pairs.filter(({ own }) => own.now >= ANTECEDENT_CASES).flatMap(extend);
  return [...pairs, ...triples].filter(({ combination }) => !contacts?.cells.find(combination));
}

/** A combination with what it would have by chance: the product of its values' shares. */
interface Chance {
  combination: Combination;
  probability: number;
}

/** The combination with each further value that leaves enough to be expected. */
function extensionsOf(base: Chance, singles: readonly Chance[], { cells, all }: ScanInput): Together[] {
  const found: Together[] = [];
  for (const single of singles) {
    const probability = base.probability * single.probability;
    // The singles come by size: those that follow let expect even fewer.
    if (probability * all.now < JOINT_CASES) break;
    const combination = [...base.combination, ...single.combination];
    if (!isAsked(combination) || parentsOf(combination).some((parent) => cells.find(parent) === null))
      continue;
    const own = cells.find(combination) ?? NO_COUNTS;
    const evidence = { marked: own.now, records: all.now, probability, whole: Number.POSITIVE_INFINITY };
    found.push({ combination, probability, own, evidence });
  }
  return found;
}

/** What the values of a combination would have together by chance, from what each has alone. */
export function evidenceOfParts(
  combination: Combination,
  { cells, all }: Pick<ScanInput, 'cells' | 'all'>,
): Evidence {
  const parts = combination.map((value) => cells.find([value]) ?? NO_COUNTS);
  return togetherEvidence(cells.find(combination) ?? NO_COUNTS, parts, all);
}

function listSingles({ cells, all }: ScanInput): Chance[] {
  const singles: Chance[] = [];
  cells.each((combination, { now }) => {
    if (combination.length === 1) singles.push({ combination, probability: now / all.now });
  });
  return singles.sort((one, other) => other.probability - one.probability);
}

/** Each combination once, in the order of its dimensions. */
function isAsked(combination: Combination): boolean {
  const [last, added] = combination.slice(-2).map(({ dimension }) => SCANNED.indexOf(dimension));
  const isInOrder = last !== undefined && added !== undefined && last < added;
  return isInOrder && isScanned(combination.map(({ dimension }) => dimension));
}
