import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findVolumeTerms } from '@/db/queries/volume-terms.ts';
import { listVolumesOfDay } from '@/db/queries/volumes.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import { dayProblem } from '@/lib/intake/read-volume.ts';
import type { VolumesEntry } from '@/lib/workspace/volumes-form.ts';
import { storeVolumes, VOLUMES_LOCK } from './volumes/store-volumes.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says how many contacts a team handled on a day, by channel; null takes a number out.
 * @returns how many numbers changed
 * @throws Forbidden without the right; Invalid for a day to come, a team or channel that is not there; Conflict when a
 * number is not what the form was made with
 */
export async function setVolumes(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { day, teamId, cells }: VolumesEntry,
  now: Date,
): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may enter contact volumes.');
  const changed = await records.transaction(async (tx) => {
    await refuseUnknown(tx, { day, teamId, cells }, now);
    await tx.execute(sql`select pg_advisory_xact_lock(${VOLUMES_LOCK})`);
    await refuseChanged(tx, { day, teamId, cells });
    const moved = cells.filter(({ contacts, before }) => contacts !== before);
    const entries = moved.flatMap(({ channel, contacts }) =>
      contacts === null ? [] : [{ day, teamId, channel, contacts }],
    );
    await storeVolumes(tx, entries, now);
    const emptied = moved.filter(({ contacts }) => contacts === null).map(({ channel }) => channel);
    await takeOut(tx, { day, teamId, channels: emptied }, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'volumes_set',
      subject: `team:${teamId}`,
      detail: { day, channels: moved.map(({ channel }) => channel) },
    });
    return moved.length;
  });
  noteChange(records);
  return changed;
}

async function takeOut(
  tx: Records,
  { day, teamId, channels }: { day: string; teamId: number; channels: readonly number[] },
  now: Date,
): Promise<void> {
  if (channels.length === 0) return;
  const isIt = and(
    eq(contactVolume.day, day),
    eq(contactVolume.teamId, teamId),
    inArray(contactVolume.channel, [...channels]),
  );
  await tx.delete(contactVolume).where(isIt);
  await markVolumes(tx, now);
}

async function refuseUnknown(tx: Records, { day, teamId, cells }: VolumesEntry, now: Date): Promise<void> {
  const { teams, channels, today } = await findVolumeTerms(tx, now);
  const problem = dayProblem(day, today);
  const known = new Set(channels.values());
  const problems = [
    ...(problem ? [{ field: 'day', message: `This ${problem}.` }] : []),
    ...([...teams.values()].includes(teamId)
      ? []
      : [{ field: 'teamId', message: 'This team is no longer there.' }]),
    ...cells
      .filter(({ channel }) => !known.has(channel))
      .map(({ channel }) => ({
        field: `contacts.${channel}`,
        message: 'This channel is no longer there.',
      })),
  ];
  if (problems.length > 0) throw new Invalid(problems);
}

async function refuseChanged(tx: Records, { day, teamId, cells }: VolumesEntry): Promise<void> {
  const now = new Map(
    (await listVolumesOfDay(tx, day, teamId)).map(({ channel, contacts }) => [channel, contacts]),
  );
  const differs = cells.some(({ channel, before }) => (now.get(channel) ?? null) !== before);
  if (!differs) return;
  throw new Conflict(
    'Somebody else changed these contacts after you opened them. Nothing was saved: reload the page.',
  );
}
