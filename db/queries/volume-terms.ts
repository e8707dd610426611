import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { team } from '@/db/schema/organisation.ts';
import { channel } from '@/db/schema/taxonomies.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { toKey } from '@/lib/intake/bind-mapping.ts';
import type { VolumeTerms } from '@/lib/intake/read-volume.ts';

/** What the words of volumes mean now: the teams by name, the channels by id and label, and which day it is. */
export async function findVolumeTerms(records: Records, now: Date): Promise<VolumeTerms> {
  const [teams, channels, workspace] = await Promise.all([
    records.select({ teamId: team.teamId, name: team.name }).from(team).where(eq(team.retired, false)),
    records.select({ code: channel.code, id: channel.id, label: channel.label }).from(channel),
    findWorkspace(records),
  ]);
  return {
    teams: new Map(teams.map(({ teamId, name }) => [toKey(name), teamId])),
    channels: new Map(
      channels.flatMap(({ code, id, label }) => [
        [toKey(label), code],
        [id, code],
      ]),
    ),
    today: localDateAt(now.getTime(), workspace?.timeZone ?? 'UTC'),
  };
}
