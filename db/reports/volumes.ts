import { listChannels } from '@/db/queries/channels.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import {
  countVolumeDays,
  listVolumeSeries,
  listVolumes,
  listVolumesOfDay,
  sumVolumesByMonth,
  type VolumeMonth,
} from '@/db/queries/volumes.ts';
import { timeZoneOf } from '@/db/reports/import-parts.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { countMissing, expectedIn, missingStretches } from '@/lib/analysis/volume-months.ts';
import { NotFound } from '@/lib/errors.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';
import { localDateAt, shiftMonths } from '@/lib/filters/local-dates.ts';

interface Options {
  record?: RecordDatabase;
  now?: number;
}

export interface VolumesReport {
  /** The latest first. */
  months: readonly (VolumeMonth & {
    /** Numbers that are not there although the same team and channel have some before and after. */
    missing: number;
  })[];
  teams: readonly TeamRow[];
  today: LocalDate;
}

/** Which contact volumes there are, by month. */
export async function volumesReport(viewer: Viewer, options: Options = {}): Promise<VolumesReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [months, series, days, teams, timeZone] = await Promise.all([
    sumVolumesByMonth(record),
    listVolumeSeries(record),
    countVolumeDays(record),
    listTeams(record, viewer),
    timeZoneOf(record),
  ]);
  return {
    months: months.map((one) => ({ ...one, missing: countMissing(one.month, series, days) })),
    teams,
    today: localDateAt(options.now ?? Date.now(), timeZone),
  };
}

/** One team on one channel in a month. */
export interface MonthRow {
  teamId: number;
  teamName: string;
  channelLabel: string;
  contacts: number;
  days: number;
  missing: readonly Window[];
}

/** What there is of a month by team and channel. Throws NotFound for a month in which no series runs. */
export async function volumesOfMonthReport(
  viewer: Viewer,
  month: LocalDate,
  options: Options = {},
): Promise<MonthRow[]> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [all, volumes] = await Promise.all([
    listVolumeSeries(record),
    listVolumes(record, { from: month, until: shiftMonths(month, 1) }),
  ]);
  const running = all.filter((series) => expectedIn(month, series));
  if (running.length === 0) throw new NotFound('There are no contact volumes of this month.');
  return running.map((series) => {
    const own = volumes.filter(
      ({ teamId, channel }) => teamId === series.teamId && channel === series.channel,
    );
    return {
      teamId: series.teamId,
      teamName: series.teamName,
      channelLabel: series.channelLabel,
      contacts: own.reduce((sum, { contacts }) => sum + contacts, 0),
      days: own.length,
      missing: missingStretches(month, series, new Set(own.map(({ day }) => day))),
    };
  });
}

export interface DayReport {
  team: TeamRow;
  cells: readonly { channel: number; label: string; contacts: number | null }[];
  today: LocalDate;
}

/** The contacts of a team on a day by channel, as a form changes them. Throws NotFound for a team that is not there. */
export async function volumesOfDayReport(
  viewer: Viewer,
  { day, teamId }: { day: LocalDate; teamId: number },
  options: Options = {},
): Promise<DayReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [teams, channels, volumes, timeZone] = await Promise.all([
    listTeams(record, viewer),
    listChannels(record),
    listVolumesOfDay(record, day, teamId),
    timeZoneOf(record),
  ]);
  const team = teams.find((one) => one.teamId === teamId);
  if (!team) throw new NotFound(`There is no team ${teamId}.`);
  const known = new Map(volumes.map(({ channel, contacts }) => [channel, contacts]));
  return {
    team,
    // Numbers of channels that are in use no more still count, and so have to be seen.
    cells: channels
      .filter(({ code, inUse }) => inUse || known.has(code))
      .map(({ code, label, inUse }) => ({
        channel: code,
        label: inUse ? label : `${label} (not in use)`,
        contacts: known.get(code) ?? null,
      })),
    today: localDateAt(options.now ?? Date.now(), timeZone),
  };
}
