import { calendarUntil } from '@/db/seed/calendar.ts';
import { billingOutageTruth } from '@/db/seed/stories/billing-outage.ts';
import { idleChangeTruth } from '@/db/seed/stories/idle-change.ts';
import { newTeamTruth } from '@/db/seed/stories/new-team.ts';
import { seasonalRushTruth } from '@/db/seed/stories/seasonal-rush.ts';
import type { sampleFacts } from './sample-facts.ts';
import { nameOf, scanFacts } from './scan-facts.ts';

/** A planted story as a person would look for it: in which weeks, and by which values it is recognised. */
interface StoryScan {
  query: string;
  /** Every value of the pattern has to be among these. */
  values: readonly string[];
  /** So many of them at least. */
  least: number;
}

const calendar = calendarUntil('2026-11-03');
const period = (fromWeeksAgo: number, weeks: number) => {
  const from = calendar.weeksAgo(fromWeeksAgo);
  return `period=${calendar.dateOf(from)}..${calendar.dateOf(from + weeks * 7 - 1)}`;
};

/** Against the half year before: a few weeks alone scatter as much as those that they are held against. */
const against = (fromWeeksAgo: number) => {
  const until = calendar.weeksAgo(fromWeeksAgo);
  return `&compare=${calendar.dateOf(until - 182)}..${calendar.dateOf(until - 1)}`;
};

const { site, trigger, channel, product, fromWeeksAgo, weeks } = billingOutageTruth;

export const STORY_SCANS = {
  'billing outage': {
    query: period(fromWeeksAgo, weeks) + against(fromWeeksAgo),
    // Billing at that site is the matter of one team, and wrong bills that of one journey stage.
    values: [site, 'Harbour Billing', trigger, 'billing', channel, product],
    least: 2,
  },
  'new team': {
    query: period(newTeamTruth.fromWeeksAgo, newTeamTruth.weeks),
    values: [newTeamTruth.team],
    least: 1,
  },
  'seasonal rush': {
    query: 'period=2025-11-20..2025-12-24&compare=2025-05-22..2025-11-19',
    values: [seasonalRushTruth.trigger],
    least: 1,
  },
  'idle change': { query: period(idleChangeTruth.fromWeeksAgo, 12), values: [], least: 1 },
} as const satisfies Record<string, StoryScan>;

/** At which place the story is found, from 0 on, Infinity where it is not; and what was found. */
export async function scanStory(
  { query, values, least }: StoryScan,
  facts: ReturnType<typeof sampleFacts>,
): Promise<{ place: number; names: string[] }> {
  const { findings } = await scanFacts(facts, query);
  const names = findings.map(nameOf);
  const place = findings.findIndex(({ kind }, index) => {
    const told = (names[index] ?? '').split(': ')[1]?.split(', ') ?? [];
    const isIncidents = kind === 'rising' || kind === 'contacts';
    return isIncidents && told.length >= least && told.every((value) => values.includes(value));
  });
  return { place: place < 0 ? Number.POSITIVE_INFINITY : place, names };
}
