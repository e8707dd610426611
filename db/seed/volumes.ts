import { busyness, type Calendar, DAYS } from './calendar.ts';
import { drawPoisson } from './counts.ts';
import { CHANNELS_OF, LOAD_OF, TEAMS } from './organisation.ts';
import { seedRandom } from './random.ts';
import { newTeamTruth } from './stories/new-team.ts';
import { isRush } from './stories/seasonal-rush.ts';
import { shareOf } from './weights.ts';

export interface SampleVolume {
  day: string;
  team: string;
  channel: string;
  contacts: number;
}

/** So many contacts come to one incident on average, before anything that the stories change. */
export const CONTACTS_PER_INCIDENT = 160;

/**
 * Contacts per day, team and channel, as many as fit the number of incidents: the same shape by weekday and season, a
 * quarter more in the rush, none before a team begins.
 */
export function* sampleVolumes(
  calendar: Calendar,
  { seed, incidents }: { seed: number; incidents: number },
): Generator<SampleVolume> {
  const random = seedRandom(seed).fork('volumes');
  const load = TEAMS.reduce((sum, team) => sum + LOAD_OF[team.kind], 0);
  const perLoad = (incidents / DAYS / load) * CONTACTS_PER_INCIDENT;
  for (let day = 0; day < DAYS; day++) {
    const busy = busyness(calendar, day) * (isRush(calendar, day) ? 1.25 : 1);
    for (const { name, kind } of TEAMS) {
      if (name === newTeamTruth.team && day < calendar.weeksAgo(newTeamTruth.fromWeeksAgo)) continue;
      const channels = CHANNELS_OF[kind];
      for (const channel of channels.values) {
        const mean = perLoad * LOAD_OF[kind] * busy * shareOf(channels, channel);
        // Beyond a thousand the normal curve is the same to the eye and far cheaper.
        const contacts =
          mean < 1000 ? drawPoisson(mean, random) : Math.round(mean + random.normal() * Math.sqrt(mean));
        yield { day: calendar.dateOf(day), team: name, channel, contacts };
      }
    }
  }
}
