import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { funnel } from '@/lib/statistics/funnel/funnel.ts';
import { tracePaths } from '@/lib/statistics/paths/trace-paths.ts';
import { sampleIncidents } from '../generate.ts';
import { TEAMS } from '../organisation.ts';
import { recurringCustomersTruth } from './recurring-customers.ts';
import { skippedLevelTruth } from './skipped-level.ts';

const UNTIL = '2026-11-12';
const DAY_MS = 86_400_000;
/** As the repeat rate has it. */
const REPEAT_DAYS = 30;

/** What the ways of a sample’s cases, and of its customers, say. */
export interface StoryWays {
  /** Teams of which more of what leaves the first level goes the way of the story than chance explains (99.8 %). */
  skipping: string[];
  /** Customers who came back with one matter, each time soon enough to be a repeat, as often as in the story or once less. */
  returning: string[];
}

/** Follows each team’s cases from level to level, and each customer’s incidents from one to the next. */
export function findStoryWays(seed: number, incidents = 12_000): StoryWays {
  const plan = { seed, incidents, until: UNTIL, timeZone: 'UTC', currency: 'GBP' };
  const drafts = [...sampleIncidents(plan)].map(({ draft }) => draft);
  return { skipping: findSkipping(drafts), returning: findReturning(drafts) };
}

function findSkipping(drafts: readonly IncidentDraft[]): string[] {
  const [first, skippedTo] = skippedLevelTruth.path;
  const units = TEAMS.map(({ name }) => {
    const own = drafts.filter(({ team }) => team === name);
    // Steps stand in their order, also where their moments are not known.
    const { follows } = tracePaths(
      own.map(({ steps }) => ({ events: steps.map(({ level }) => ({ activity: level, at: 0 })) })),
    );
    const onwards = follows.filter(({ from, to }) => from === first && to !== first);
    const count = (pairs: typeof onwards) => pairs.reduce((sum, pair) => sum + pair.count, 0);
    return {
      id: name,
      numerator: count(onwards.filter(({ to }) => to === skippedTo)),
      denominator: count(onwards),
    };
  });
  const found = funnel('share', units);
  return (found?.points ?? [])
    .filter(({ outside }) => outside?.level === 'outer' && outside.side === 'above')
    .map(({ id }) => id);
}

function findReturning(drafts: readonly IncidentDraft[]): string[] {
  const moments = new Map<string, number[]>();
  for (const { customer, trigger, occurred } of drafts) {
    if (customer === null || trigger === 'unclassified') continue;
    const key = `${customer} ${trigger}`;
    moments.set(key, [...(moments.get(key) ?? []), occurred.at]);
  }
  // The trigger of one in thirty is not known, which takes a repeat away.
  const least = recurringCustomersTruth.times - 2;
  const often = [...moments].filter(([, at]) => countRepeats(at) >= least);
  return often.map(([key]) => key.slice(0, key.indexOf(' ')));
}

function countRepeats(moments: readonly number[]): number {
  const days = moments.map((at) => Math.floor(at / DAY_MS)).sort((one, other) => one - other);
  return days.filter((day, place) => place > 0 && day - (days[place - 1] ?? 0) <= REPEAT_DAYS).length;
}
