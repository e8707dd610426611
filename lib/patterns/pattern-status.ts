/** How far people have come with a kept pattern. */
export const PATTERN_STATUSES = ['watching', 'investigating', 'acting', 'resolved'] as const;
export type PatternStatus = (typeof PATTERN_STATUSES)[number];

export const PATTERN_STATUS_LABELS: Record<PatternStatus, string> = {
  watching: 'Watching',
  investigating: 'Investigating',
  acting: 'Acting',
  resolved: 'Resolved',
};
