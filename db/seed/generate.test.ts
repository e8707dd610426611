import { describe, expect, it } from 'vitest';
import { incidentDraft } from '@/lib/intake/incident-draft.ts';
import { redactIncident } from '@/lib/privacy/redact-incident.ts';
import { calendarUntil, DAYS } from './calendar.ts';
import { DISPERSION, drawCount } from './counts.ts';
import { expectations } from './expectation.ts';
import { type SamplePlan, sampleIncidents } from './generate.ts';
import { TEAMS } from './organisation.ts';
import { seedRandom } from './random.ts';
import type { Cell } from './story.ts';
import { drawVisits } from './visits.ts';
import { sampleVolumes } from './volumes.ts';

const PLAN: SamplePlan = {
  seed: 1,
  incidents: 12_000,
  until: '2026-11-03',
  timeZone: 'Europe/London',
  currency: 'GBP',
};
const made = [...sampleIncidents(PLAN)];
const drafts = made.map(({ draft }) => draft);
const mean = (of: (draft: (typeof drafts)[number]) => number) =>
  drafts.reduce((sum, draft) => sum + of(draft), 0) / drafts.length;
const share = (of: (draft: (typeof drafts)[number]) => boolean) => mean((draft) => (of(draft) ? 1 : 0));

describe('the sample', () => {
  it('is the same for the same plan, to the last word, and another for another seed', () => {
    const small = { ...PLAN, incidents: 500 };
    expect([...sampleIncidents(small)]).toEqual([...sampleIncidents(small)]);
    expect([...sampleIncidents({ ...small, seed: 2 })]).not.toEqual([...sampleIncidents(small)]);
  });

  it('holds what the record takes', () => {
    for (const draft of drafts.slice(0, 500)) expect(incidentDraft.parse(draft)).toEqual(draft);
    expect(new Set(drafts.map(({ externalId }) => externalId)).size).toBe(drafts.length);
  });

  it('has nothing in its words that could be taken for a person: it is written without looking for any', () => {
    const redacted = drafts.slice(0, 3000).filter(({ topic, narrative, resolution, customer, ...draft }) => {
      const texts = {
        topic,
        narrative,
        resolution,
        steps: draft.steps.map(({ note }) => note),
        followUps: draft.followUps.map(({ promise }) => promise),
        sourceRows: [],
      };
      const known = customer === null ? [] : [customer];
      return redactIncident(texts, { country: 'GB', known }).changed.length > 0;
    });
    expect(redacted).toEqual([]);
  });

  it('has about as many incidents as were asked for: four standard deviations are 540 of 12,000', () => {
    expect(Math.abs(drafts.length - 12_000)).toBeLessThan(4 * Math.sqrt(DISPERSION * 12_000));
  });

  it('spans 730 days up to the day before its date, on each of which something happened', () => {
    const days = new Set(
      drafts.map(({ occurred }) => new Date(occurred.at + 3_600_000).toISOString().slice(0, 10)),
    );
    expect(days.size).toBeGreaterThanOrEqual(DAYS);
    expect(Math.max(...drafts.map(({ occurred }) => occurred.at))).toBeLessThan(Date.UTC(2026, 10, 3));
    expect(Math.min(...drafts.map(({ occurred }) => occurred.at))).toBeGreaterThan(Date.UTC(2024, 10, 2));
  });

  it('has 4 sites, 12 teams, 120 agents and one by chance, and 5 channels', () => {
    const known = (values: (string | null)[]) => new Set(values.filter((value) => value !== null)).size;
    expect(known(drafts.map(({ site }) => site))).toBe(4);
    expect(known(drafts.map(({ team }) => team))).toBe(12);
    expect(known(drafts.map(({ agent }) => agent))).toBe(121);
    expect(known(drafts.map(({ channel }) => (channel === 'unknown' ? null : channel)))).toBe(5);
  });

  it('has 2.5 steps, 3 observations, 1.5 cues and 0.3 promises each, and 50 to 70 words', () => {
    expect(mean(({ steps }) => steps.length)).toBeCloseTo(2.5, 0);
    expect(Math.abs(mean(({ steps }) => steps.length) - 2.5)).toBeLessThan(0.15);
    expect(Math.abs(mean(({ techniques }) => techniques.length) - 3)).toBeLessThan(0.2);
    expect(Math.abs(mean(({ cues }) => cues.length) - 1.5)).toBeLessThan(0.15);
    expect(Math.abs(mean(({ followUps }) => followUps.length) - 0.3)).toBeLessThan(0.06);
    const words = drafts.map(({ narrative }) => narrative?.split(' ').length ?? 0);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...words)).toBeLessThanOrEqual(70);
  });

  it('knows less than everything: 2-6 % have no trigger, 5-15 % no customer, 3-8 % no outcome', () => {
    const within = (value: number, from: number, until: number) => {
      expect(value).toBeGreaterThan(from);
      expect(value).toBeLessThan(until);
    };
    within(
      share(({ trigger }) => trigger === 'unclassified'),
      0.02,
      0.06,
    );
    within(
      share(({ customer }) => customer === null),
      0.05,
      0.15,
    );
    within(
      share(({ outcome }) => outcome === 'unknown'),
      0.03,
      0.08,
    );
    within(
      share(({ csat }) => csat !== null),
      0.3,
      0.4,
    );
    within(
      share(({ compensation }) => compensation !== null),
      0.05,
      0.12,
    );
    within(made.filter(({ review }) => review !== null).length / made.length, 0.06, 0.1);
  });

  it('says nothing that has not happened yet', () => {
    const asOf = Date.UTC(2026, 10, 3);
    for (const { closed, reported, steps, followUps } of drafts) {
      const moments = [closed?.at, reported?.at, ...steps.slice(1).map(({ moment }) => moment?.at)];
      for (const at of moments) if (at !== undefined) expect(at).toBeLessThan(asOf);
      for (const { doneOn } of followUps) if (doneOn) expect(doneOn < '2026-11-04').toBe(true);
    }
  });
});

describe('counts', () => {
  it('scatter half as much again as chance: variance over mean is 1.5 of 40,000 draws', () => {
    const random = seedRandom(7);
    const counts = Array.from({ length: 40_000 }, () => drawCount(3, random));
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / (counts.length - 1);
    expect(average).toBeCloseTo(3, 1);
    expect(Math.abs(variance / average - DISPERSION)).toBeLessThan(0.06);
  });

  it('of the weeks have a Pearson dispersion of about 1.5 over ten seeds, and of the whole sample, too', () => {
    const expected = expectedPerWeek();
    const phis = Array.from({ length: 10 }, (_, index) => dispersion(visitsPerWeek(index + 1), expected));
    // 104 weeks: the standard error of one phi is 1.5 * sqrt(2 / 104) = 0.21, of ten 0.066.
    expect(Math.abs(phis.reduce((sum, phi) => sum + phi, 0) / 10 - DISPERSION)).toBeLessThan(0.2);
    const seen = new Map<number, number>();
    for (const { occurred } of drafts) {
      const week = Math.floor((occurred.at + 3_600_000 - calendar.midnight(0)) / 86_400_000 / 7);
      seen.set(week, (seen.get(week) ?? 0) + 1);
    }
    expect(Math.abs(dispersion(seen, expected) - DISPERSION)).toBeLessThan(0.75);
  });
});

const WEEKS = Math.floor(DAYS / 7);
const calendar = calendarUntil(PLAN.until);

function expectedPerWeek(): Map<number, number> {
  const expectOf = expectations(calendar, PLAN.incidents);
  return perWeek((cell) => expectOf(cell).total);
}

function visitsPerWeek(seed: number): Map<number, number> {
  const random = seedRandom(seed);
  const expectOf = expectations(calendar, PLAN.incidents);
  return perWeek((cell) => drawVisits(cell, expectOf(cell), random).length);
}

function perWeek(of: (cell: Cell) => number): Map<number, number> {
  const weeks = new Map<number, number>();
  for (let day = 0; day < WEEKS * 7; day++) {
    const week = Math.floor(day / 7);
    for (const team of TEAMS) weeks.set(week, (weeks.get(week) ?? 0) + of({ day, team }));
  }
  return weeks;
}

/** The Pearson statistic over its degrees of freedom: 1 for Poisson counts. */
function dispersion(seen: ReadonlyMap<number, number>, expected: ReadonlyMap<number, number>): number {
  const terms = [...expected].map(([week, mean]) => ((seen.get(week) ?? 0) - mean) ** 2 / mean);
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}

it('contact volumes are 160 to an incident, in 5 channels, and none before a team begins', () => {
  const volumes = [...sampleVolumes(calendar, PLAN)];
  const contacts = volumes.reduce((sum, volume) => sum + volume.contacts, 0);
  expect(Math.abs(contacts / 12_000 / 160 - 1)).toBeLessThan(0.08);
  expect(new Set(volumes.map(({ channel }) => channel)).size).toBe(5);
  const chat = volumes.filter(({ team }) => team === 'Easton Chat').map(({ day }) => day);
  expect(chat.sort()[0]).toBe(calendar.dateOf(calendar.weeksAgo(40)));
});
