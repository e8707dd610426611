import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { toInstant } from '@/lib/intake/zones.ts';
import { calendarUntil, DAYS } from './calendar.ts';
import { customersOf } from './customers.ts';
import { expectations } from './expectation.ts';
import { TEAMS } from './organisation.ts';
import { seedRandom } from './random.ts';
import { makeIncident, type Setting } from './sample-incident.ts';
import { drawReview, type SampleReview } from './sample-review.ts';
import { STORIES } from './stories/all-stories.ts';
import { type Cell, ORDINARY_ODDS, type Visit } from './story.ts';
import { drawVisits } from './visits.ts';

export interface SamplePlan {
  seed: number;
  /** About so many; chance decides how many exactly. */
  incidents: number;
  /** The local date that the sample is dated by, which it does not hold itself. */
  until: string;
  timeZone: string;
  currency: string;
}

export interface SampleIncident {
  draft: IncidentDraft;
  review: SampleReview | null;
}

/** The incidents of a sample, day by day: the same for the same plan, and never more than one day in memory. */
export function* sampleIncidents(plan: SamplePlan): Generator<SampleIncident> {
  const calendar = calendarUntil(plan.until);
  const streams = seedRandom(plan.seed);
  const asOf = toInstant(calendar.midnight(DAYS), plan.timeZone).at;
  const random = streams.fork('incidents');
  const [words, whole] = [streams.fork('words'), streams.fork('whole')];
  const setting: Setting = { ...plan, calendar, asOf, random, words, whole };
  const [counts, reviews] = [streams.fork('counts'), streams.fork('reviews')];
  const come = customersOf(plan.incidents, streams.fork('customers'));
  const expect = expectations(calendar, plan.incidents);
  const planted = groupByCell(STORIES.flatMap((story) => story.visits?.(calendar) ?? []));
  let number = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const team of TEAMS) {
      const cell = { day, team };
      const odds = STORIES.reduce((now, story) => story.odds?.(cell, now, calendar) ?? now, ORDINARY_ODDS);
      const own = drawVisits(cell, expect(cell), counts);
      for (const visit of [...own, ...(planted.get(keyOf(cell)) ?? [])]) {
        const { customer, fixed } = come(visit);
        number += 1;
        const draft = makeIncident({ ...visit, fixed }, odds, customer, number, setting);
        yield { draft, review: drawReview(draft, asOf, reviews) };
      }
    }
  }
}

const keyOf = ({ day, team }: Cell) => `${day} ${team.name}`;

function groupByCell(visits: readonly Visit[]): Map<string, Visit[]> {
  const cells = new Map<string, Visit[]>();
  for (const visit of visits) cells.set(keyOf(visit), [...(cells.get(keyOf(visit)) ?? []), visit]);
  return cells;
}
