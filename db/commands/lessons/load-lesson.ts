import { and, eq, inArray } from 'drizzle-orm';
import { knownTechniques, ownTeams } from '@/db/commands/training/chosen.ts';
import { AFTER_YOU } from '@/db/commands/training/load-session.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findLesson, type LessonRow } from '@/db/queries/lessons.ts';
import { lesson, lessonTeam, lessonTechnique } from '@/db/schema/lessons.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Invalid, NotFound } from '@/lib/errors.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { KnownLesson, LessonEntry } from '@/lib/lessons/lesson-forms.ts';

/**
 * Changes a lesson from the state that a form was made from to the next one. Answers with it as it was.
 * @throws NotFound where it did not go to the viewer; Conflict when somebody changed it in between
 */
export async function stepLesson(
  tx: Records,
  viewer: Viewer,
  { lessonId, version }: KnownLesson,
  change: Partial<typeof lesson.$inferSelect>,
): Promise<LessonRow> {
  const before = await findLesson(tx, viewer, lessonId);
  if (!before) throw new NotFound(`There is no lesson ${lessonId} here.`);
  const changed = await tx
    .update(lesson)
    .set({ ...change, version: version + 1 })
    .where(and(eq(lesson.lessonId, lessonId), eq(lesson.version, version)))
    .returning({ lessonId: lesson.lessonId });
  if (changed.length === 0) throw new Conflict(`Somebody else changed this lesson ${AFTER_YOU}`);
  return before;
}

/**
 * Says anew what a lesson is about and to whom it goes; teams that the viewer does not look after keep it. Answers with
 * the teams. Only whoever sees all teams may share with all.
 * @throws Invalid for a team or technique that is gone, and without any team
 */
export async function setParts(
  tx: Records,
  viewer: Viewer,
  lessonId: number,
  { teams, techniques }: Pick<LessonEntry, 'teams' | 'techniques'>,
): Promise<number[]> {
  const codes = await knownTechniques(tx, techniques);
  await tx.delete(lessonTechnique).where(eq(lessonTechnique.lessonId, lessonId));
  if (codes.length > 0)
    await tx.insert(lessonTechnique).values(codes.map((technique) => ({ lessonId, technique })));
  const wanted = await ownTeams(tx, viewer, 'teams', teams);
  const isOwn = viewer.teams === 'all' ? undefined : inArray(lessonTeam.teamId, [...viewer.teams]);
  await tx.delete(lessonTeam).where(and(eq(lessonTeam.lessonId, lessonId), isOwn));
  if (wanted.length > 0) await tx.insert(lessonTeam).values(wanted.map((teamId) => ({ lessonId, teamId })));
  else if (viewer.teams !== 'all') throw new Invalid(NO_TEAM);
  return wanted;
}

/** Throws Invalid for a day that lies not ahead. */
export function refusePast(askOn: LocalDate, today: LocalDate): void {
  if (askOn <= today) throw new Invalid([{ field: 'askOn', message: 'Choose a day that is still ahead.' }]);
}

const NO_TEAM = [{ field: 'teams', message: 'Choose at least one of your teams.' }];
