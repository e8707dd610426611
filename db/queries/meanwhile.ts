import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { type EventRow, eventsIn, toEvents } from '@/db/queries/events.ts';
import { breaksSeen, toBreaks } from '@/db/queries/taxonomy-breaks.ts';
import { type TrainingDay, toTrainingDays, trainingDaysIn } from '@/db/queries/training-days.ts';
import { may, type Viewer } from '@/lib/access.ts';
import type { Window } from '@/lib/filters/filters.ts';
import type { SeriesBreak } from '@/lib/taxonomy/series-breaks.ts';

/** What a chart over time tells beside its figures. */
export interface Meanwhile {
  /** Of the window, the earliest first: also those that only reach into it. */
  events: EventRow[];
  /** Of the window, the earliest first; none for those who may not know of training. */
  trainings: TrainingDay[];
  /** The breaks that changes of vocabularies have left on charts, the earliest first; those whose event was deleted are not. */
  breaks: SeriesBreak[];
}

/** What happened in a window, as far as the viewer may see it: out of one statement. */
export async function listMeanwhile(records: Records, viewer: Viewer, window: Window): Promise<Meanwhile> {
  const none = sql<TrainingDay[]>`'[]'::json`;
  const [found] = await records
    .select({
      events: eventsIn(records, viewer, window),
      trainings: may(viewer, 'see_training') ? trainingDaysIn(records, viewer, window) : none,
      breaks: breaksSeen(records, viewer),
    })
    .from(sql`(select 1) as asked`);
  return {
    events: toEvents(found?.events ?? []),
    trainings: toTrainingDays(found?.trainings ?? []),
    breaks: await toBreaks(records, found?.breaks ?? []),
  };
}
