import { judgeAgainst } from '@/lib/analysis/judge-against.ts';
import type { SeriesPoint } from '@/lib/analysis/series.ts';
import { documentedBits } from '@/lib/intake/documented.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { calendarUntil } from '../calendar.ts';
import { sampleIncidents } from '../generate.ts';
import { SITES } from '../organisation.ts';
import { documentationSlipTruth } from './documentation-slip.ts';

const UNTIL = '2026-12-14';
const ITEMS = 6;

/**
 * Makes the sample of a seed and judges, site by site, how complete its incidents are written down from the day of the
 * slip on, by the limits of the year before it, as the pages do.
 * @returns the sites of which the newest week still says that completeness has fallen
 */
export function findStorySlips(seed: number, incidents = 12_000): string[] {
  const calendar = calendarUntil(UNTIL);
  const plan = { seed, incidents, until: UNTIL, timeZone: 'UTC', currency: 'GBP' };
  const weeks = Math.floor(calendar.weeksAgo(0) / 7);
  const perSite = new Map(SITES.map((site) => [site as string, Array.from({ length: weeks }, () => [0, 0])]));
  for (const { draft } of sampleIncidents(plan)) {
    const week = Math.floor((draft.occurred.at - calendar.midnight(0)) / 604_800_000);
    const sums = perSite.get(draft.site ?? '')?.[week];
    if (draft.kind !== 'incident' || !sums) continue;
    sums[0] = (sums[0] ?? 0) + countDocumented(draft);
    sums[1] = (sums[1] ?? 0) + 1;
  }
  const slip = weeks - documentationSlipTruth.fromWeeksAgo;
  return [...perSite]
    .filter(([, sums]) => {
      const points = sums.map(([items = 0, all = 0], week) => toPoint(items / ITEMS, all, week));
      const found = judgeAgainst(
        MEASURES.documentation_completeness,
        points.slice(slip - 52, slip),
        points.slice(slip),
      );
      const newest = weeks - slip - 1;
      return (
        found.verdict === 'changed' &&
        found.patterns.some(({ direction, points: at }) => direction === 'down' && at.includes(newest))
      );
    })
    .map(([site]) => site);
}

function countDocumented(draft: IncidentDraft): number {
  const bits = documentedBits({
    precision: draft.occurred.precision,
    hasCustomer: draft.customer !== null,
    hasBehaviour: draft.cues.length > 0 || draft.customerState !== 'unknown',
    hasTechnique: draft.techniques.length > 0,
    stepCount: draft.steps.length,
    hasOutcome: draft.outcome !== 'unknown',
  });
  return Array.from({ length: ITEMS }, (_, item) => (bits >> item) & 1).reduce((sum, bit) => sum + bit, 0);
}

function toPoint(numerator: number, denominator: number, week: number): SeriesPoint {
  const start = `week ${String(week).padStart(4, '0')}`;
  const window = { from: start, until: `week ${String(week + 1).padStart(4, '0')}` };
  const value = denominator === 0 ? null : numerator / denominator;
  return { start, window, value, numerator, denominator, incidents: denominator, partial: false };
}
