import { type ContactCell, countByContacts } from '@/db/queries/pattern-contacts.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Asked } from '@/db/where.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import { type Counts, makeCells, NO_COUNTS } from '@/lib/analysis/pattern-scan/cells.ts';
import { type Combination, SCANNED } from '@/lib/analysis/pattern-scan/combinations.ts';
import type { ScanInput } from '@/lib/analysis/pattern-scan/scan-input.ts';
import type { ContactsUsed } from '@/lib/analysis/pattern-scan/told-scan.ts';
import { narrowsIncidentsOnly } from '@/lib/measures/contacts.ts';

/** So much of the incidents has to lie in days, teams and channels with contacts. */
const COVERED = 0.9;
/** By what contacts are known. */
const KNOWN = ['team', 'channel', 'weekday'] as const;

/** Incidents and contacts by every combination of what contacts are known by, where they can be compared. */
export async function askContacts(
  { snapshot, viewer, asked, filters }: Pick<Reading, 'snapshot' | 'viewer' | 'asked' | 'filters'>,
  earlier: Asked | null,
  all: Counts,
): Promise<{ used: ContactsUsed; counts: ScanInput['contacts'] }> {
  if (narrowsIncidentsOnly(filters).length > 0) return { used: 'filtered', counts: null };
  const [now, before] = await Promise.all([
    countByContacts(snapshot, viewer, asked),
    earlier ? countByContacts(snapshot, viewer, earlier) : [],
  ]);
  const total = sumOf(now, before);
  if (total.contacts === 0) return { used: 'none', counts: null };
  const isCovered = total.now + total.before >= COVERED * (all.now + all.before);
  if (!isCovered || all.now === 0) return { used: 'too few', counts: null };
  const cells = makeCells();
  for (const dimensions of SUBSETS) {
    const earlierOnes = groupBy(before, keyIn(dimensions));
    for (const [key, own] of groupBy(now, keyIn(dimensions))) {
      const combination = combinationOf(own, dimensions);
      if (combination) cells.add(combination, sumOf(own, earlierOnes.get(key) ?? []));
    }
  }
  return { used: 'used', counts: { all: total, cells } };
}

type Known = (typeof KNOWN)[number];

const SUBSETS: readonly (readonly Known[])[] = Array.from({ length: 2 ** KNOWN.length - 1 }, (_, bits) =>
  SCANNED.filter((id): id is Known =>
    KNOWN.some((known, place) => known === id && ((bits + 1) >> place) & 1),
  ),
);

function keyIn(dimensions: readonly Known[]) {
  return (cell: ContactCell) => dimensions.map((dimension) => cell[dimension]).join();
}

/** The values that these cells have in common; null where one of them is not known. */
function combinationOf([first]: readonly ContactCell[], dimensions: readonly Known[]): Combination | null {
  if (!first || dimensions.some((dimension) => first[dimension] === 0)) return null;
  return dimensions.map((dimension) => ({ dimension, code: first[dimension] }));
}

function sumOf(now: readonly ContactCell[], before: readonly ContactCell[]): Counts {
  const sum = (cells: readonly ContactCell[], of: 'incidents' | 'contacts') =>
    cells.reduce((total, cell) => total + cell[of], 0);
  return {
    ...NO_COUNTS,
    now: sum(now, 'incidents'),
    before: sum(before, 'incidents'),
    contacts: sum(now, 'contacts'),
    contactsBefore: sum(before, 'contacts'),
  };
}
