import type { TallyOfWeek } from '@/db/queries/pattern-weeks.ts';
import { keepByVersion } from '@/db/reports/keep-by-version.ts';
import { askContacts } from '@/db/reports/pattern-contacts.ts';
import {
  askCells,
  askScatter,
  askTotal,
  askWeeks,
  followPatterns,
  type ScanReading,
  toCounts,
} from '@/db/reports/pattern-counts.ts';
import type { Asked } from '@/db/where.ts';
import { type Finding, findPatterns } from '@/lib/analysis/pattern-scan/findings.ts';
import type { ScanInput } from '@/lib/analysis/pattern-scan/scan-input.ts';
import { shortlist } from '@/lib/analysis/pattern-scan/shortlist.ts';
import { NO_TALLY } from '@/lib/analysis/pattern-scan/tally.ts';
import type { ToldScan } from '@/lib/analysis/pattern-scan/told-scan.ts';
import { intersection } from '@/lib/filters/local-dates.ts';
import { ANTECEDENT_CASES } from '@/lib/statistics/association/association.ts';

/** A finding with its course through the period; weeks without anything are left out. */
export interface FoundPattern extends Finding {
  weeks: readonly TallyOfWeek[];
}

/** The scan of a reading, made once for all who look at the same incidents. */
export const patternsOf = keepByVersion('patterns', askPatterns);

/** So that no more than some hundred thousand combinations are held, larger records ask for more than 30 incidents. */
const INCIDENTS_TO_ONE = 25_000;

/** Looks for combinations of up to three values that have more incidents, escalations or bad outcomes than expected. */
export async function askPatterns(reading: ScanReading): Promise<ToldScan<FoundPattern>> {
  const { asked } = reading;
  const earlier = comparedWith(reading);
  const [now, before, scatter] = await Promise.all([
    askTotal(reading, asked),
    earlier ? askTotal(reading, earlier) : NO_TALLY,
    askScatter(reading),
  ]);
  const least = Math.max(ANTECEDENT_CASES, Math.ceil((now.incidents + before.incidents) / INCIDENTS_TO_ONE));
  const all = toCounts(now, before.incidents);
  const [cells, contacts] = await Promise.all([
    askCells(reading, earlier, least),
    askContacts(reading, earlier, all),
  ]);
  const input: ScanInput = { all, cells, contacts: contacts.counts, clumping: scatter.clumping };
  const list = shortlist(input);
  const { findings, ...result } = findPatterns(
    list,
    await followPatterns(reading, earlier, list.patterns, scatter),
    input,
  );
  return {
    ...result,
    findings: await Promise.all(findings.map((finding) => withCourse(reading, finding))),
    incidents: now.incidents,
    before: earlier && before.incidents,
    contacts: contacts.used,
    weeks: scatter.starts.length,
    least,
  };
}

/** The comparison, unless its days are partly those of the period: then nothing can be told to rise. */
function comparedWith({ askedBefore, windows }: ScanReading): Asked | null {
  const isApart = windows.comparison && !intersection(windows.comparison, windows.current);
  return isApart ? askedBefore : null;
}

async function withCourse(reading: ScanReading, finding: Finding): Promise<FoundPattern> {
  return { ...finding, weeks: await askWeeks(reading, reading.asked, finding.combination) };
}
