import type { Narrowing } from '../filters/filters.ts';

export interface TeamBar {
  share: number;
  /** "12 of 40" */
  counted: string;
  /** How many incidents its link opens. */
  incidents: number;
  open: Narrowing;
}

/** Small pictures side by side, one a team: the same bars in the same order on one axis. */
export interface TeamBars {
  kind: 'team-bars';
  rowLabel: string;
  /** The bars of each team, with the share of all that each is held against. */
  rows: readonly { id: string; label: string; share: number }[];
  teams: readonly {
    id: string;
    label: string;
    /** "412" */
    figure: string;
    /** Null where there are too few to tell shares. */
    bars: readonly TeamBar[] | null;
    incidents: number;
    open: Narrowing;
  }[];
  /** The share at the right end of the axis. */
  most: number;
}
