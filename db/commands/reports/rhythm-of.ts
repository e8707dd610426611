import type { reportSchedule } from '@/db/schema/reports.ts';
import type { Rhythm, RhythmKind } from '@/lib/reports/rhythm.ts';

type Stored = Pick<typeof reportSchedule.$inferSelect, 'rhythm' | 'weekday' | 'monthDay' | 'hour'>;

/** The rhythm of a schedule as the record holds it. */
export function rhythmOf({ rhythm, weekday, monthDay, hour }: Stored): Rhythm {
  return { kind: rhythm as RhythmKind, weekday, monthDay, hour };
}
