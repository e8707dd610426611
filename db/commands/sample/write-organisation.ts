import { inArray } from 'drizzle-orm';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent, contactVolume, site, team } from '@/db/schema/organisation.ts';
import { channel } from '@/db/schema/taxonomies.ts';
import type { Calendar } from '@/db/seed/calendar.ts';
import type { SamplePlan } from '@/db/seed/generate.ts';
import { SITES, TEAMS } from '@/db/seed/organisation.ts';
import { chanceAgentTruth } from '@/db/seed/stories/chance-agent.ts';
import { type SampleVolume, sampleVolumes } from '@/db/seed/volumes.ts';
import { Conflict } from '@/lib/errors.ts';

/** The rows of the sample's organisation, by name. */
export interface SamplePlaces {
  site: ReadonlyMap<string, number>;
  team: ReadonlyMap<string, number>;
}

/**
 * Makes the sites, teams and agents of the sample. Throws Conflict where one of that name is there: its figures and
 * the sample's would mix, and could not be told apart again.
 */
export async function writeOrganisation(tx: Records): Promise<SamplePlaces> {
  await refuseNamesakes(tx);
  const sites = await tx
    .insert(site)
    .values(SITES.map((name) => ({ name })))
    .returning({ name: site.name, id: site.siteId });
  const siteIds = new Map(sites.map(({ name, id }) => [name, id]));
  const teams = await tx
    .insert(team)
    .values(TEAMS.map((one) => ({ name: one.name, siteId: siteIds.get(one.site) ?? null })))
    .returning({ name: team.name, id: team.teamId });
  const teamIds = new Map(teams.map(({ name, id }) => [name, id]));
  await unnestInsert(
    tx,
    agent,
    SAMPLE_AGENTS.map(({ reference, teamName }) => ({ reference, teamId: teamIds.get(teamName) ?? null })),
  );
  return { site: siteIds, team: teamIds };
}

/** Everybody who works in the sample. */
export const SAMPLE_AGENTS: readonly { reference: string; teamName: string }[] = [
  ...TEAMS.flatMap(({ name, agents }) => agents.map((reference) => ({ reference, teamName: name }))),
  { reference: chanceAgentTruth.agent, teamName: chanceAgentTruth.team },
];

async function refuseNamesakes(tx: Records): Promise<void> {
  const teamNames = TEAMS.map(({ name }) => name);
  const references = SAMPLE_AGENTS.map(({ reference }) => reference);
  const found = [
    ...(await tx
      .select({ name: site.name })
      .from(site)
      .where(inArray(site.name, [...SITES]))),
    ...(await tx.select({ name: team.name }).from(team).where(inArray(team.name, teamNames))),
    ...(await tx.select({ name: agent.reference }).from(agent).where(inArray(agent.reference, references))),
  ];
  const [first] = found;
  if (!first) return;
  throw new Conflict(
    `The record has "${first.name}" already, which is a name of the sample, too. The sample was not loaded, since it could not be told apart again.`,
  );
}

const VOLUMES_AT_ONCE = 5000;

export async function writeVolumes(
  tx: Records,
  calendar: Calendar,
  plan: SamplePlan,
  places: SamplePlaces,
): Promise<void> {
  const channels = new Map(
    (await tx.select({ id: channel.id, code: channel.code }).from(channel)).map(({ id, code }) => [id, code]),
  );
  let waiting: (typeof contactVolume.$inferInsert)[] = [];
  for (const volume of sampleVolumes(calendar, plan)) {
    waiting.push(toRow(volume, places, channels));
    if (waiting.length < VOLUMES_AT_ONCE) continue;
    await unnestInsert(tx, contactVolume, waiting);
    waiting = [];
  }
  await unnestInsert(tx, contactVolume, waiting);
}

function toRow(volume: SampleVolume, places: SamplePlaces, channels: ReadonlyMap<string, number>) {
  const teamId = places.team.get(volume.team);
  const code = channels.get(volume.channel);
  if (teamId === undefined || code === undefined) {
    throw new Error(`the record lacks the team ${volume.team} or the channel ${volume.channel}`);
  }
  return { day: volume.day, teamId, channel: code, contacts: volume.contacts };
}
