import type { Finding, ScanResult } from './findings.ts';

/**
 * Whether incidents were held against contacts: not where there are none, where they cover too few of the incidents, or
 * where the filters narrow incidents by what contacts are not known by.
 */
export type ContactsUsed = 'used' | 'none' | 'too few' | 'filtered';

/** What a scan found, with what it was able to look at. */
export interface ToldScan<Found extends Finding = Finding> extends ScanResult {
  findings: readonly Found[];
  /** Incidents in the period, and in the comparison; null without one that is apart from the period. */
  incidents: number;
  before: number | null;
  contacts: ContactsUsed;
  /** Weeks that told how much counts scatter. */
  weeks: number;
  /** The fewest incidents that a combination has to have. */
  least: number;
}
