import { count, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findIncident } from '@/db/queries/incident.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { action } from '@/db/schema/improvement.ts';
import {
  escalationStep,
  followUp,
  incidentCue,
  incidentFactor,
  review,
  reviewRating,
  techniqueObservation,
} from '@/db/schema/incident-details.ts';
import { incident, incidentText, source } from '@/db/schema/incidents.ts';
import { lesson } from '@/db/schema/lessons.ts';
import { agent, contactVolume, customer, event, site, team } from '@/db/schema/organisation.ts';
import { scenario } from '@/db/schema/scenarios.ts';
import { product } from '@/db/schema/taxonomies.ts';
import {
  trainingAttendance,
  trainingModule,
  trainingSession,
  trainingTechnique,
} from '@/db/schema/training.ts';
import type { SamplePlan } from '@/db/seed/generate.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden } from '@/lib/errors.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { loadSample } from './load-sample.ts';
import { removeSample } from './remove-sample.ts';

const ADMIN: Viewer = { actor: 'account 1', roles: ['admin'], teams: 'all' };
const MANAGER: Viewer = { actor: 'account 2', roles: ['manager'], teams: 'all' };
const PLAN: SamplePlan = {
  seed: 1,
  incidents: 800,
  until: '2026-11-03',
  timeZone: 'Europe/London',
  currency: 'GBP',
};

const { records } = await testDatabase();
/** What is told of an incident, and of which the rows are counted. */
const OF_INCIDENTS = {
  incident,
  incidentText,
  escalationStep,
  techniqueObservation,
  incidentCue,
  followUp,
  review,
  reviewRating,
  incidentFactor,
};
const TABLES = {
  ...OF_INCIDENTS,
  source,
  site,
  team,
  agent,
  customer,
  product,
  event,
  action,
  contactVolume,
  trainingModule,
  trainingSession,
  trainingTechnique,
  trainingAttendance,
  scenario,
  lesson,
};
type Table = (typeof TABLES)[keyof typeof TABLES];

async function rowsOf(table: Table): Promise<number> {
  const [row] = await records.select({ rows: count() }).from(table);
  return row?.rows ?? Number.NaN;
}

async function census(): Promise<Record<string, number>> {
  const entries = await Promise.all(
    Object.entries(TABLES).map(async ([name, table]) => [name, await rowsOf(table)] as const),
  );
  return Object.fromEntries(entries);
}

async function open(externalId: string) {
  const [found] = await records
    .select({ number: incident.number })
    .from(incident)
    .where(eq(incident.externalId, externalId));
  return findIncident(records, ADMIN, found?.number ?? Number.NaN);
}

it('only an administrator may load or remove the sample', async () => {
  await expect(loadSample(records, MANAGER, PLAN)).rejects.toThrow(Forbidden);
  await expect(removeSample(records, MANAGER)).rejects.toThrow(Forbidden);
  await expect(removeSample(records, ADMIN)).rejects.toThrow(new Conflict('There is no sample to remove.'));
});

it('the sample comes with all that belongs to it, and goes without touching anything else', async () => {
  await makeIncidents(records, SMALL_RECORD);
  const before = await census();
  const { incidents: written, rows } = await loadSample(records, ADMIN, PLAN);
  const loaded = await census();
  expect(loaded).toMatchObject({
    incident: SMALL_RECORD.length + written,
    site: 4,
    team: 12,
    agent: 121,
    product: 9,
    action: 2,
    trainingModule: 2,
    scenario: 2,
    lesson: 2,
    trainingSession: 2,
    trainingTechnique: 6,
    trainingAttendance: 20,
  });
  // What the database plans with: as many as there are, at once.
  const [known] = await records.execute(sql`select reltuples from pg_class where relname = 'incident'`);
  expect(known?.reltuples).toBe(loaded.incident);
  expect(loaded.contactVolume).toBeGreaterThan(30_000);
  expect(loaded.review).toBeGreaterThan(30);
  expect(loaded.escalationStep).toBeGreaterThan(written * 2);
  const rowsMore = Object.keys(OF_INCIDENTS).map((name) => (loaded[name] ?? 0) - (before[name] ?? 0));
  expect(rows).toBe(rowsMore.reduce((sum, more) => sum + more, 0));
  const opened = await open('S-0000007');
  expect(opened?.record.narrative).toMatch(/\w+\.$/);
  expect(opened?.record.sourceRows).toEqual([]);
  await expect(loadSample(records, ADMIN, PLAN)).rejects.toThrow(
    new Conflict('The sample is loaded already.'),
  );

  expect(await removeSample(records, ADMIN)).toBe(written);
  expect(await census()).toEqual(before);
});

it('a load that fails when all is written leaves nothing, and can be done again', async () => {
  const before = await census();
  const failing = loadSample(records, ADMIN, PLAN, () => {
    throw new Error('the program ends here');
  });
  await expect(failing).rejects.toThrow('the program ends here');
  expect(await census()).toEqual(before);
});

/** All volumes together leave one. */
const VOLUMES = 1;

it('each of its incidents leaves a mark for the facts when it comes and when it goes, and its volumes one', async () => {
  await records.delete(factChange);
  const { incidents: written } = await loadSample(records, ADMIN, PLAN);
  const marks = async () => {
    const [row] = await records
      .select({ incidents: sql`count(distinct ${factChange.incidentId})`.mapWith(Number) })
      .from(factChange);
    return row?.incidents;
  };
  expect(await marks()).toBe(written + VOLUMES);
  await records.delete(factChange);
  await removeSample(records, ADMIN);
  expect(await marks()).toBe(written + VOLUMES);
});

it('says for its lessons what the record says of the same incidents and all others', async () => {
  await loadSample(records, ADMIN, PLAN);
  const sumsOf = (query: string, window: Window) =>
    ask(
      records,
      query,
      async (snapshot, asked) => {
        const sums = await sumMeasures(snapshot, EVERYBODY, asked, ['de_escalation_rate']);
        const { numerator, denominator } = sums.get('de_escalation_rate') ?? { numerator: 0, denominator: 0 };
        return { numerator, denominator };
      },
      { window },
    );
  const lessons = await records.select().from(lesson);
  expect(lessons).toHaveLength(2);
  for (const { evidence, ...told } of lessons) {
    const query = new URLSearchParams(evidence);
    const [firstDay = '', lastDay = ''] = query.get('period')?.split('..') ?? [];
    const window = { from: firstDay, until: shiftDays(lastDay, 1) };
    const own = await sumsOf(`technique=${query.get('technique')}`, window);
    const all = await sumsOf('', window);
    expect(told).toMatchObject({
      ...own,
      otherNumerator: all.numerator - own.numerator,
      otherDenominator: all.denominator - own.denominator,
    });
    expect(told.otherDenominator).toBeGreaterThan(100);
  }
  await removeSample(records, ADMIN);
});

it('a team of the sample that other incidents have come to use stays, with them', async () => {
  await loadSample(records, ADMIN, PLAN);
  const [used] = await records.select({ id: team.teamId }).from(team).where(eq(team.name, 'Harbour Billing'));
  await makeIncidents(records, [{ at: '2026-01-05T10:00', ...(used ? { team: used.id } : {}) }]);
  await removeSample(records, ADMIN);
  expect(await records.select({ name: team.name }).from(team)).toEqual([{ name: 'Harbour Billing' }]);
  expect(await records.select({ name: site.name }).from(site)).toEqual([{ name: 'Harbour Street' }]);
  await expect(loadSample(records, ADMIN, PLAN)).rejects.toThrow('The record has "Harbour Street" already');
});
