import type { LocalDate } from '../filters/filters.ts';
import { shiftMonths } from '../filters/local-dates.ts';

/** What can be kept for a time: single incidents whole, or of them only what says who it was and how it was said. */
export const RETENTION_KINDS = ['words', 'originals', 'identities', 'remarks', 'incidents'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** For how many months each kind is kept; null: for good. */
export type Retention = Readonly<Record<RetentionKind, number | null>>;

/** How many of each kind were removed. */
export type Removed = Partial<Record<RetentionKind, number>>;

export const KEEP_ALL: Retention = {
  words: null,
  originals: null,
  identities: null,
  remarks: null,
  incidents: null,
};

export const LONGEST_RETENTION = 600;

export const RETENTION_LABELS: Readonly<Record<RetentionKind, string>> = {
  words: 'Words of incidents',
  originals: 'Sealed originals',
  identities: 'Who customers are',
  remarks: 'Remarks of imports',
  incidents: 'Incidents as a whole',
};

export const RETENTION_MEANINGS: Readonly<Record<RetentionKind, string>> = {
  words: 'Topic, narrative, resolution, source rows, notes and promises go; figures stay.',
  originals: 'What redaction took out can no longer be opened.',
  identities: 'A customer without an incident in this time is a pseudonym and nothing else.',
  remarks: 'Rejected rows go with them; the counts of an import stay.',
  incidents: 'They leave every figure, too.',
};

/** Each kind that has a period, with the first day that is still kept: what is older goes. */
export function cutoffsOf(retention: Retention, today: LocalDate): [RetentionKind, LocalDate][] {
  return RETENTION_KINDS.flatMap((kind): [RetentionKind, LocalDate][] => {
    const months = retention[kind];
    return months === null ? [] : [[kind, shiftMonths(today, -months)]];
  });
}

/** The hour of the workspace's zone from which the night's work is done. */
const FIRST_HOUR = 2;

/** Whether the night's work is due: once a day from two o'clock on, also late, where nobody was there in the night. */
export function isRetentionDue(now: { day: LocalDate; hour: number }, lastDay: LocalDate | null): boolean {
  return now.hour >= FIRST_HOUR && (lastDay === null || lastDay < now.day);
}
