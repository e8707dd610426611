/** A step line of a survival curve: the share from a time on, with its range. */
export interface SurvivalPoint {
  time: number;
  share: number;
  low: number;
  high: number;
}

export interface SurvivalCurve {
  id: string;
  label: string;
  /** How the lines are told apart, besides by their names. */
  line: 'strong' | 'plain' | 'dashed';
  points: readonly SurvivalPoint[];
  /** Where the line ends: nobody was followed for longer. */
  until: number;
  /** "43 %" at the end, and at the mark where it gets there. */
  end: string;
  atMark: { share: number; words: string } | null;
  /** "late or broken, still followed" */
  followedLabel: string;
  /** At each tick; null after the end. */
  followed: readonly (number | null)[];
}

/** Who has come to an event by when: 1 − S from zero, so a line that goes up is more of it. */
export interface SurvivalChart {
  kind: 'survival';
  curves: readonly SurvivalCurve[];
  /** Times from 0 to the end of the axis, and every second of them where there is little room. */
  ticks: readonly { time: number; always: boolean }[];
  /** "days after the incident" */
  timeLabel: string;
  /** Shares from 0 to the top of the axis. */
  shares: readonly number[];
  mark: { time: number; name: string; words: string };
}
