/** Causes by kind on the bones of a fish, the heaviest nearest its head. */
export interface FishboneChart {
  kind: 'fishbone';
  /** What is to be explained. */
  head: string;
  /** "97 of 118 coded" */
  note: string;
  bones: readonly {
    label: string;
    /** Factors coded; null on a branch that is by hand alone. */
    count: number | null;
    twigs: readonly { id: string; label: string; count: number | null }[];
  }[];
}
