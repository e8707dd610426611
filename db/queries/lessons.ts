import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import type { TechniqueName } from '@/db/queries/training-modules.ts';
import { lesson, lessonCheck, lessonTeam, lessonTechnique, lessonWords } from '@/db/schema/lessons.ts';
import { team } from '@/db/schema/organisation.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import { whereLessons, whereTeams } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';

/** What worked, as it was shared. */
export interface LessonRow extends LessonFigures {
  lessonId: number;
  title: string;
  trigger: { code: number; id: string; label: string };
  issue: string;
  resolution: string;
  /** The incidents that speak for it, as the query of an address. */
  evidence: string;
  measure: string;
  sharedBy: string;
  sharedAt: Date;
  askOn: LocalDate;
  retiredOn: LocalDate | null;
  version: number;
  techniques: readonly TechniqueName[];
  /** Those of its teams that the viewer may see. */
  teams: readonly { teamId: number; name: string }[];
  /** It went to all teams. */
  toAll: boolean;
}

/** Which lessons are looked for. */
export interface AskedLessons {
  /** Words as people write them into a search box; empty for all. */
  words: string;
  /** The code of a technique that they are about; null for any. */
  technique: number | null;
  /** Those that are true no more. */
  retired: boolean;
}

/** The lessons that went to the viewer and match, the best first where words are given, else the latest. */
export async function listLessons(
  records: Records,
  viewer: Viewer,
  asked: AskedLessons,
): Promise<LessonRow[]> {
  const query = sql`websearch_to_tsquery('english', ${asked.words})`;
  const searched = asked.words === '' ? undefined : sql`${lessonWords(lesson)} @@ ${query}`;
  const isAbout = asked.technique === null ? undefined : exists(about(records, asked.technique));
  const rank = asked.words === '' ? [] : [sql`ts_rank(${lessonWords(lesson)}, ${query}) desc`];
  const isRetired = asked.retired ? isNotNull(lesson.retiredOn) : isNull(lesson.retiredOn);
  return readLessons(records, viewer, and(isRetired, searched, isAbout), rank);
}

/** One of them by its number, or null. */
export async function findLesson(
  records: Records,
  viewer: Viewer,
  lessonId: number,
): Promise<LessonRow | null> {
  const [found] = await readLessons(records, viewer, eq(lesson.lessonId, lessonId));
  return found ?? null;
}

/** What was answered each time that a lesson asked, the latest first. */
export async function listLessonChecks(records: Records, lessonId: number) {
  return records
    .select()
    .from(lessonCheck)
    .where(eq(lessonCheck.lessonId, lessonId))
    .orderBy(desc(lessonCheck.lessonCheckId));
}

function about(records: Records, code: number) {
  return records
    .select({ one: sql`1` })
    .from(lessonTechnique)
    .where(and(eq(lessonTechnique.lessonId, lesson.lessonId), eq(lessonTechnique.technique, code)));
}

async function readLessons(
  records: Records,
  viewer: Viewer,
  condition: SQL | undefined,
  order: readonly SQL[] = [],
): Promise<LessonRow[]> {
  const rows = await records
    .select({ lesson, trigger: { code: trigger.code, id: trigger.id, label: trigger.label } })
    .from(lesson)
    .innerJoin(coded, eq(coded.code, lesson.trigger))
    .innerJoin(trigger, eq(trigger.code, sql`coalesce(${coded.mergedInto}, ${coded.code})`))
    .where(and(condition, whereLessons(viewer)))
    .orderBy(...order, desc(lesson.lessonId));
  const ids = rows.map((row) => row.lesson.lessonId);
  const [teams, toSome, techniques] = await Promise.all([
    listTeamsOf(records, viewer, ids),
    records
      .selectDistinct({ lessonId: lessonTeam.lessonId })
      .from(lessonTeam)
      .where(inArray(lessonTeam.lessonId, ids)),
    listTechniquesOf(records, ids),
  ]);
  return rows.map(({ lesson: { ...said }, trigger: of }) => ({
    ...said,
    trigger: of,
    teams: teams
      .filter(({ lessonId }) => lessonId === said.lessonId)
      .map(({ teamId, name }) => ({ teamId, name })),
    toAll: !toSome.some(({ lessonId }) => lessonId === said.lessonId),
    techniques: techniques
      .filter(({ lessonId }) => lessonId === said.lessonId)
      .map(({ code, id, label, section }) => ({ code, id, label, section })),
  }));
}

const coded = alias(trigger, 'coded');
const named = alias(technique, 'named');

async function listTeamsOf(records: Records, viewer: Viewer, ids: number[]) {
  const rows = await records
    .select({ lessonId: lessonTeam.lessonId, teamId: team.teamId, name: team.name })
    .from(lessonTeam)
    .innerJoin(team, eq(team.teamId, lessonTeam.teamId))
    .where(and(inArray(lessonTeam.lessonId, ids), whereTeams(viewer)));
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

async function listTechniquesOf(records: Records, ids: number[]) {
  return records
    .select({
      lessonId: lessonTechnique.lessonId,
      code: technique.code,
      id: technique.id,
      label: technique.label,
      section: sql<string>`coalesce(${technique.group}, 'other')`.mapWith(String),
    })
    .from(lessonTechnique)
    .innerJoin(named, eq(named.code, lessonTechnique.technique))
    .innerJoin(technique, eq(technique.code, sql`coalesce(${named.mergedInto}, ${named.code})`))
    .where(inArray(lessonTechnique.lessonId, ids))
    .groupBy(lessonTechnique.lessonId, technique.code)
    .orderBy(asc(technique.rank), asc(technique.code));
}
