import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { channel } from '@/db/schema/taxonomies.ts';

/** The channels in use, in their order. */
export async function listChannels(records: Records): Promise<{ code: number; label: string }[]> {
  return records
    .select({ code: channel.code, label: channel.label })
    .from(channel)
    .where(and(eq(channel.retired, false), isNull(channel.mergedInto)))
    .orderBy(asc(channel.rank), asc(channel.code));
}
