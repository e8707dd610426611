/** Incidents of some week or period and what became of them. */
export interface Tally {
  incidents: number;
  /** With a known path, and those of them that were escalated. */
  known: number;
  escalated: number;
  /** With a known outcome, and those of them that were not resolved or lost the customer. */
  settled: number;
  bad: number;
}

export const NO_TALLY: Tally = { incidents: 0, known: 0, escalated: 0, settled: 0, bad: 0 };

/** The sums of several that have no incident in common. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      incidents: sum.incidents + one.incidents,
      known: sum.known + one.known,
      escalated: sum.escalated + one.escalated,
      settled: sum.settled + one.settled,
      bad: sum.bad + one.bad,
    }),
    NO_TALLY,
  );
}
