import { and, asc, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { RareEvent } from '@/lib/analysis/rare-events.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/**
 * The incidents of a measure that are few, each with its place among all that the measure counts, in the order in which
 * they occurred: those above the line, or the rest of those below it. Of one day they stand by their numbers.
 */
export async function listRareEvents(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  few: 'above' | 'rest',
): Promise<RareEvent[]> {
  const { occurredOn, number } = factIncident;
  const isAbove = sql`coalesce(${toNumerator(id, asked)}, false)`;
  const counted = snapshot.facts
    .select({
      day: sql<string>`${occurredOn}`.as('day'),
      place: sql<number>`row_number() over (order by ${occurredOn}, ${number})`.as('place'),
      onDay: sql<number>`count(*) over (partition by ${occurredOn})`.as('on_day'),
      isFew: sql<boolean>`${few === 'above' ? isAbove : sql`not ${isAbove}`}`.as('is_few'),
    })
    .from(factIncident)
    .where(and(where(viewer, asked), toDenominator(id, asked)))
    .as('counted');
  return snapshot.facts
    .select({
      day: sql<string>`${counted.day}`.mapWith(String),
      place: sql<number>`${counted.place}`.mapWith(Number),
      onDay: sql<number>`${counted.onDay}`.mapWith(Number),
    })
    .from(counted)
    .where(sql`${counted.isFew}`)
    .orderBy(asc(sql`2`));
}
