import { eq, sql } from 'drizzle-orm';
import { factFollowUp, factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { isRepeatWithin, mayRepeatWithin, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { countDistinctWhere, countWhere } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where, whereReturns } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import {
  FOLLOWED_DAYS,
  PROMISE_STATES,
  type RepeatHorizon,
} from '@/lib/analysis/recurrence/promise-states.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/**
 * By trigger: incidents whose customer had one with the same trigger at most so many days before, out of those of
 * which that can be told, and the customers on both sides. Coverage has to be known.
 */
export async function countRepeatsByTrigger(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  days: RepeatHorizon,
) {
  const [may, is] = [mayRepeatWithin(days, asked), isRepeatWithin(days, asked)];
  return snapshot.facts
    .select({
      trigger: factIncident.trigger,
      incidents: countWhere(may),
      repeats: countWhere(is),
      customers: countDistinctWhere(factIncident.customer, may),
      returning: countDistinctWhere(factIncident.customer, is),
    })
    .from(factIncident)
    .where(where(viewer, { ...asked, measure: 'repeat_rate' }))
    .groupBy(factIncident.trigger)
    .orderBy(factIncident.trigger);
}

/**
 * How many days after each incident of the repeat rate its customer came back with the same trigger, or for how many
 * it is known that they did not: by what became of the promises of the incident, a code of PROMISE_STATES. Customers
 * are followed for 90 days, to the end of `until`.
 */
export async function countReturns(snapshot: Snapshot, viewer: Viewer, asked: Asked, until: LocalDate) {
  const { facts } = snapshot;
  const { occurredOn, customer, trigger } = factIncident;
  const isAsked = where(viewer, { ...asked, measure: 'repeat_rate' }) ?? sql`true`;
  // The next of a customer may be any incident, so each is seen with its next one before those asked for are chosen.
  const visits = facts
    .select({
      number: factIncident.number,
      occurredOn,
      isAsked: sql`case when ${isAsked} then 1 else 0 end`.as('is_asked'),
      nextOn: sql<LocalDate | null>`lead(${occurredOn}) over (partition by ${customer}, ${trigger}
        order by ${factIncident.occurredMinute}, ${factIncident.number})`.as('next_on'),
    })
    .from(factIncident)
    .where(whereReturns(asked, FOLLOWED_DAYS))
    .as('visit');
  const promises = facts
    .select({
      number: factFollowUp.number,
      due: countWhere(toDenominator('follow_up_kept_rate', asked)).as('due'),
      kept: countWhere(toNumerator('follow_up_kept_rate', asked)).as('kept'),
    })
    .from(factFollowUp)
    .groupBy(factFollowUp.number)
    .as('promise');
  const last = sql`cast(${until} as date)`;
  const followed = facts
    .select({
      state: sql`case when ${promises.number} is null then ${code('none')} when ${promises.due} = 0
        then ${code('pending')} when ${promises.kept} < ${promises.due} then ${code('broken')}
        else ${code('kept')} end`.as('state'),
      cameBack:
        sql`case when ${visits.nextOn} <= ${last} then ${visits.nextOn} - ${visits.occurredOn} end`.as(
          'came_back',
        ),
      seen: sql`greatest(${last} - ${visits.occurredOn}, 0)`.as('seen'),
    })
    .from(visits)
    .leftJoin(promises, eq(promises.number, visits.number))
    .where(eq(visits.isAsked, 1))
    .as('followed');
  const ended = sql`${followed.cameBack} <= ${followedDays}`;
  return facts
    .select({
      state: sql`${followed.state}`.mapWith(Number),
      days: sql`least(coalesce(${followed.cameBack}, ${followed.seen}), ${followedDays})`.mapWith(Number),
      events: countWhere(ended),
      censored: sql`count(*) - count(*) filter (where ${ended})`.mapWith(Number),
    })
    .from(followed)
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`1`, sql`2`);
}

const followedDays = sql`${FOLLOWED_DAYS}`.inlineParams();

function code(state: (typeof PROMISE_STATES)[number]) {
  return sql`${PROMISE_STATES.indexOf(state)}`.inlineParams();
}
