import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { target } from '@/db/schema/improvement.ts';
import { team } from '@/db/schema/organisation.ts';
import { whereTargets } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';

/** What a measure should reach from a day on. A share is 0 to 1, a time is in minutes. */
export interface TargetRow {
  targetId: number;
  measure: MeasureId;
  /** Null: for the workspace as a whole. */
  teamId: number | null;
  teamName: string | null;
  value: number;
  from: LocalDate;
  /** The first day on which it does not hold any more; null where it holds until the next one begins. */
  until: LocalDate | null;
  version: number;
}

/** The targets that hold on a day: for each measure at most one of the workspace and one of each team in sight. */
export async function listTargets(records: Records, viewer: Viewer, asOf: LocalDate): Promise<TargetRow[]> {
  const begun = await readTargets(records, and(whereTargets(viewer), lte(target.from, asOf)));
  const seen = new Set<string>();
  return begun.filter(({ measure, teamId, until }) => {
    const of = `${measure} ${teamId}`;
    if (seen.has(of)) return false;
    seen.add(of);
    return until === null || until > asOf;
  });
}

/** Every target that is or was set or is still to come, by measure and team, the newest first. */
export async function listAllTargets(records: Records, viewer: Viewer): Promise<TargetRow[]> {
  return readTargets(records, whereTargets(viewer));
}

/** The target of this number, or null. */
export async function findTarget(
  records: Records,
  viewer: Viewer,
  targetId: number,
): Promise<TargetRow | null> {
  const [found] = await readTargets(records, and(whereTargets(viewer), eq(target.targetId, targetId)));
  return found ?? null;
}

async function readTargets(
  records: Records,
  condition: ReturnType<typeof whereTargets>,
): Promise<TargetRow[]> {
  const rows = await records
    .select({
      targetId: target.targetId,
      measure: target.measure,
      teamId: target.teamId,
      teamName: team.name,
      value: target.value,
      from: target.from,
      until: target.until,
      version: target.version,
    })
    .from(target)
    .leftJoin(team, eq(team.teamId, target.teamId))
    .where(condition)
    .orderBy(asc(target.teamId), desc(target.from));
  return MEASURE_IDS.flatMap((measure) =>
    rows.filter((row) => row.measure === measure).map((row) => ({ ...row, measure })),
  );
}
