import { judge } from '@/lib/analysis/judge.ts';
import { type Difference, judgeAgainst, judgeSeason } from '@/lib/analysis/judge-against.ts';
import type { SeriesPoint } from '@/lib/analysis/series.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { Fraction } from '@/lib/statistics/fraction.ts';
import { type Calendar, calendarUntil } from '../calendar.ts';
import { sampleIncidents } from '../generate.ts';
import { TEAMS } from '../organisation.ts';
import { sampleVolumes } from '../volumes.ts';
import { idleChangeTruth } from './idle-change.ts';
import { processChangeTruth } from './process-change.ts';
import { seasonalRushTruth } from './seasonal-rush.ts';
import { trainingEffectTruth } from './training-effect.ts';

/** What the charts say of the stories of one sample. */
export interface StorySignals {
  /** The rate of the changed process, judged by the limits of the year before the change. */
  process: 'improvement' | 'concern' | 'nothing';
  /** The share of the trained techniques handled effectively, by the limits before the session. */
  training: 'improvement' | 'concern' | 'nothing';
  /** Escalations after the change that did nothing: whether they signal now. */
  idle: 'improvement' | 'concern' | 'nothing';
  /** Delays up to the middle of the rush: against the weeks before, and against the same weeks a year earlier. */
  rush: { before: boolean; lastYear: boolean };
}

type Dated = IncidentDraft & { week: number };

/** The last day of the sample lies in the middle of the second rush. */
export const UNTIL = '2026-12-14';

/** Makes the sample of a seed, and judges its stories as the pages do. */
export function findStorySignals(seed: number, incidents = 12_000): StorySignals {
  const calendar = calendarUntil(UNTIL);
  const plan = { seed, incidents, until: UNTIL, timeZone: 'UTC', currency: 'GBP' };
  const drafts = [...sampleIncidents(plan)].map(({ draft }) => ({ ...draft, week: weekOf(calendar, draft) }));
  const weeks = Math.floor(calendar.weeksAgo(0) / 7);
  return {
    process: processSignal(drafts, contactsOf(calendar, seed, incidents, processChangeTruth.site), weeks),
    training: trainingSignal(drafts, weeks),
    idle: idleSignal(drafts, weeks),
    rush: rushSignal(drafts, contactsOf(calendar, seed, incidents), weeks),
  };
}

function processSignal(drafts: readonly Dated[], contacts: readonly number[], weeks: number) {
  const { site, trigger, fromWeeksAgo } = processChangeTruth;
  const ours = drafts.filter((one) => one.trigger === trigger && siteOf(one) === site);
  const counts = countByWeek(ours, weeks);
  const points = toPoints(
    counts.map((numerator, week) => ({ numerator, denominator: contacts[week] ?? 0 })),
    1000,
  );
  const changed = weeks - fromWeeksAgo;
  const found = judgeAgainst(MEASURES.incident_rate, points.slice(0, changed), points.slice(changed));
  return toWords(found.verdict === 'changed' ? found.patterns.at(-1)?.direction : null, 'lower');
}

function trainingSignal(drafts: readonly Dated[], weeks: number) {
  const { trained, techniques, fromWeeksAgo } = trainingEffectTruth;
  const seen = drafts
    .filter(({ team }) => team === trained)
    .flatMap(({ week, techniques: all }) =>
      all
        .filter(({ technique }) => techniques.some((one) => one === technique))
        .map((one) => ({ ...one, week })),
    );
  const fractions = Array.from({ length: weeks }, (_, index) => {
    const here = seen.filter(({ week }) => week === index);
    return {
      numerator: here.filter(({ observation }) => observation === 'effective').length,
      denominator: here.length,
    };
  });
  const points = toPoints(fractions, 1);
  const changed = weeks - fromWeeksAgo;
  const found = judgeAgainst(MEASURES.de_escalation_rate, points.slice(0, changed), points.slice(changed));
  return toWords(found.verdict === 'changed' ? found.patterns.at(-1)?.direction : null, 'higher');
}

function idleSignal(drafts: readonly Dated[], weeks: number) {
  const { site } = idleChangeTruth;
  const ours = drafts.filter((one) => siteOf(one) === site && one.steps.length > 0);
  const all = countByWeek(ours, weeks);
  const up = countByWeek(
    ours.filter(({ steps }) => steps.some(({ level }) => level !== 'frontline')),
    weeks,
  );
  const points = toPoints(
    up.map((numerator, week) => ({ numerator, denominator: all[week] ?? 0 })),
    1,
  ).slice(-52);
  const { byPoint, newest } = judge(MEASURES.escalation_rate, points);
  return toWords(byPoint[newest ?? -1]?.[0]?.direction ?? null, 'lower');
}

/** Against last year by the rate, since a team that began between the two rushes brings more of everything. */
function rushSignal(drafts: readonly Dated[], contacts: readonly number[], weeks: number) {
  const counts = countByWeek(
    drafts.filter(({ trigger }) => trigger === seasonalRushTruth.trigger),
    weeks,
  );
  const points = toPoints(
    counts.map((numerator, week) => ({ numerator, denominator: contacts[week] ?? 0 })),
    1000,
  );
  const alone = toPoints(
    counts.map((count) => ({ numerator: count, denominator: count })),
    null,
  );
  const now = points.slice(-26);
  const lastYear = points.slice(-26 - 52, -52).map(({ value }) => value);
  return {
    before: judgeAgainst(MEASURES.incidents, alone.slice(-52, -26), alone.slice(-26)).verdict === 'changed',
    lastYear: isOfNewest(judgeSeason(now, lastYear), now.length),
  };
}

function isOfNewest(difference: Difference, points: number): boolean {
  return (
    difference.verdict === 'changed' &&
    difference.patterns.some((pattern) => pattern.points.includes(points - 1))
  );
}

function toWords(direction: 'up' | 'down' | null | undefined, better: 'lower' | 'higher') {
  if (!direction) return 'nothing' as const;
  return (direction === 'down') === (better === 'lower') ? ('improvement' as const) : ('concern' as const);
}

/** Whole weeks only: what is left of the last one is not counted. */
function countByWeek(drafts: readonly Dated[], weeks: number): number[] {
  const counts = Array.from({ length: weeks }, () => 0);
  for (const { week } of drafts) if (week < weeks) counts[week] = (counts[week] ?? 0) + 1;
  return counts;
}

/** `per` null: a count. */
function toPoints(fractions: readonly Fraction[], per: number | null): SeriesPoint[] {
  return fractions.map(({ numerator, denominator }, index) => {
    const start = `week ${String(index).padStart(4, '0')}`;
    const value = per === null ? numerator : denominator === 0 ? null : (numerator / denominator) * per;
    const window = { from: start, until: `week ${String(index + 1).padStart(4, '0')}` };
    return { start, window, value, numerator, denominator, incidents: numerator, partial: false };
  });
}

function contactsOf(calendar: Calendar, seed: number, incidents: number, at?: string): number[] {
  const teams = new Set(TEAMS.filter(({ site }) => at === undefined || site === at).map(({ name }) => name));
  const weeks: number[] = [];
  for (const { day, team, contacts } of sampleVolumes(calendar, { seed, incidents })) {
    if (!teams.has(team)) continue;
    const week = Math.floor((Date.parse(day) - calendar.midnight(0)) / 604_800_000);
    weeks[week] = (weeks[week] ?? 0) + contacts;
  }
  return weeks;
}

function siteOf({ team }: IncidentDraft): string | undefined {
  return TEAMS.find(({ name }) => name === team)?.site;
}

function weekOf(calendar: Calendar, { occurred }: IncidentDraft): number {
  return Math.floor((occurred.at - calendar.midnight(0)) / 604_800_000);
}
