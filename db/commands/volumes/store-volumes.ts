import { sql } from 'drizzle-orm';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import type { VolumeEntry } from '@/lib/intake/read-volume.ts';

/** What became of an entry; `before` is null where there was nothing. */
export interface StoredVolume extends VolumeEntry {
  before: number | null;
}

/**
 * Puts contacts into the record, each day, team and channel at most once, and marks that for the facts. Answers with
 * each entry and what was there before it.
 * @param tx a transaction; writers of volumes wait for each other until it ends
 */
export async function storeVolumes(
  tx: Records,
  entries: readonly VolumeEntry[],
  now: Date,
): Promise<StoredVolume[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${VOLUMES_LOCK})`);
  const stored: StoredVolume[] = [];
  for (let from = 0; from < entries.length; from += BATCH) {
    stored.push(...(await storeBatch(tx, entries.slice(from, from + BATCH))));
  }
  if (stored.some(isChange)) await markVolumes(tx, now);
  return stored;
}

/** Whether an entry said something new. */
export function isChange({ before, contacts }: StoredVolume): boolean {
  return before !== contacts;
}

/** How many entries are new, say another number, or say nothing new. */
export function countStored(stored: readonly StoredVolume[]) {
  const created = stored.filter(({ before }) => before === null).length;
  const unchanged = stored.filter((one) => !isChange(one)).length;
  return { created, updated: stored.length - created - unchanged, unchanged };
}

export const VOLUMES_LOCK = 7_201_006;
const BATCH = 5000;

async function storeBatch(tx: Records, entries: readonly VolumeEntry[]): Promise<StoredVolume[]> {
  const before = await readBefore(tx, entries);
  const stored = entries.map((entry) => ({ ...entry, before: before.get(keyOf(entry)) ?? null }));
  const changed = stored.filter(isChange).map(({ before: _, ...entry }) => entry);
  await unnestInsert(tx, contactVolume, changed, OVERWRITE);
  return stored;
}

const OVERWRITE = sql`on conflict (day, team_id, channel) do update set contacts = excluded.contacts`;

async function readBefore(tx: Records, entries: readonly VolumeEntry[]): Promise<Map<string, number>> {
  const texts = (of: (entry: VolumeEntry) => string | number) =>
    sql`${sql.param(entries.map((entry) => String(of(entry))))}::text[]`;
  const rows = await tx.execute(sql`
    select v.day::text as day, v.team_id, v.channel, v.contacts
    from ${contactVolume} as v
    join unnest(${texts((entry) => entry.day)}, ${texts((entry) => entry.teamId)},
      ${texts((entry) => entry.channel)}) as k(day, team_id, channel)
      on v.day = k.day::date and v.team_id = k.team_id::integer and v.channel = k.channel::smallint`);
  return new Map(
    rows.map((row) => [
      keyOf({ day: String(row.day), teamId: Number(row.team_id), channel: Number(row.channel) }),
      Number(row.contacts),
    ]),
  );
}

/** What a number of contacts belongs to. */
export function keyOf({ day, teamId, channel }: Omit<VolumeEntry, 'contacts'>): string {
  return `${day} ${teamId} ${channel}`;
}
