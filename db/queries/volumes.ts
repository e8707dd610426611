import { and, asc, count, countDistinct, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { contactVolume, team } from '@/db/schema/organisation.ts';
import { channel } from '@/db/schema/taxonomies.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';

/** Contacts of a team by channel on one day. */
export async function listVolumesOfDay(
  records: Records,
  day: LocalDate,
  teamId: number,
): Promise<{ channel: number; contacts: number }[]> {
  return records
    .select({ channel: contactVolume.channel, contacts: contactVolume.contacts })
    .from(contactVolume)
    .where(and(eq(contactVolume.day, day), eq(contactVolume.teamId, teamId)))
    .orderBy(asc(contactVolume.channel));
}

export interface VolumeMonth {
  /** The first day of the month. */
  month: LocalDate;
  contacts: number;
  /** How many of its days have any. */
  days: number;
  teams: number;
}

/** Contacts by month, the latest first. */
export async function sumVolumesByMonth(records: Records): Promise<VolumeMonth[]> {
  return records
    .select({
      month: monthOf,
      contacts: sum,
      days: countDistinct(contactVolume.day),
      teams: countDistinct(contactVolume.teamId),
    })
    .from(contactVolume)
    .groupBy(sql`1`)
    .orderBy(desc(sql`1`));
}

export interface VolumeSeriesMonth {
  teamId: number;
  channel: number;
  month: LocalDate;
  days: number;
}

/** On how many days of each month there are contacts of each team and channel. */
export async function countVolumeDays(records: Records): Promise<VolumeSeriesMonth[]> {
  return records
    .select({
      teamId: contactVolume.teamId,
      channel: contactVolume.channel,
      month: monthOf,
      days: count(),
    })
    .from(contactVolume)
    .groupBy(contactVolume.teamId, contactVolume.channel, sql`3`);
}

/** First and last day on which there are contacts of each team and channel, with the names of both. */
export async function listVolumeSeries(records: Records) {
  return records
    .select({
      teamId: contactVolume.teamId,
      teamName: team.name,
      channel: contactVolume.channel,
      channelLabel: channel.label,
      firstDay: sql<string>`min(${contactVolume.day})`.mapWith(String),
      lastDay: sql<string>`max(${contactVolume.day})`.mapWith(String),
    })
    .from(contactVolume)
    .innerJoin(team, eq(team.teamId, contactVolume.teamId))
    .innerJoin(channel, eq(channel.code, contactVolume.channel))
    .groupBy(contactVolume.teamId, team.name, contactVolume.channel, channel.label, channel.rank)
    .orderBy(asc(team.name), asc(channel.rank));
}

/** Every number of a window. */
export async function listVolumes(records: Records, { from, until }: Window) {
  return records
    .select({
      day: contactVolume.day,
      teamId: contactVolume.teamId,
      channel: contactVolume.channel,
      contacts: contactVolume.contacts,
    })
    .from(contactVolume)
    .where(and(gte(contactVolume.day, from), lt(contactVolume.day, until)))
    .orderBy(asc(contactVolume.day));
}

const sum = sql<number>`sum(${contactVolume.contacts})`.mapWith(Number);
const monthOf = sql<string>`date_trunc('month', ${contactVolume.day})::date`.mapWith(contactVolume.day);
