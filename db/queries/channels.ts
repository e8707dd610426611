import { asc, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { channel } from '@/db/schema/taxonomies.ts';

/** A channel, and whether it is in use: neither retired nor merged. */
export interface ChannelRow {
  code: number;
  label: string;
  inUse: boolean;
}

/** All channels, in their order. */
export async function listChannels(records: Records): Promise<ChannelRow[]> {
  return records
    .select({
      code: channel.code,
      label: channel.label,
      inUse: sql`not ${channel.retired} and ${channel.mergedInto} is null`.mapWith(Boolean),
    })
    .from(channel)
    .orderBy(asc(channel.rank), asc(channel.code));
}
