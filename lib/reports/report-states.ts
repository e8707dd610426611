/** What has become of a report: `refused` where whoever asked may no longer have it. */
export const REPORT_STATES = ['waiting', 'making', 'made', 'failed', 'refused'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** After how many attempts in a row that broke off a report is given up. */
export const MOST_ATTEMPTS = 3;

/** How many reports of one account may wait or be made at once. */
export const MOST_WAITING = 20;

/** Whether nothing more will happen to it by itself. */
export function hasEnded(state: ReportState): boolean {
  return state === 'made' || state === 'failed' || state === 'refused';
}

/** How far a report has come, for whoever waits for it. */
export interface ReportProgress {
  code: string;
  state: ReportState;
  /** How many rows of how many are written; null where that cannot be told. */
  done: number | null;
  total: number | null;
  /** Null while it is made, and of what left at once and did not come to its end. */
  bytes: number | null;
  /** Whether it was taken out by somebody who waited for it, rather than made in the background. */
  leftAtOnce: boolean;
  /** What went wrong, in words. */
  problem: string | null;
}

/** "Waiting", "Making, 40,000 of 1,000,000 rows", "Made", and of rows that left at once "Taken out, 412 rows". */
export function describeProgress({
  state,
  done,
  total,
  leftAtOnce,
}: Pick<ReportProgress, 'state' | 'done' | 'total' | 'leftAtOnce'>): string {
  if (leftAtOnce && done !== null)
    return `Taken out, ${done.toLocaleString('en-GB')} ${done === 1 ? 'row' : 'rows'}`;
  if (state !== 'making' || done === null || total === null) return STATE_WORDS[state];
  const count = (value: number) => value.toLocaleString('en-GB');
  return `Making, ${count(done)} of ${count(total)} rows`;
}

const STATE_WORDS: Readonly<Record<ReportState, string>> = {
  waiting: 'Waiting',
  making: 'Making',
  made: 'Made',
  failed: 'Failed',
  refused: 'Refused',
};
