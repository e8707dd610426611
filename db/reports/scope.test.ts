import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FACT_QUESTIONS } from '@/db/queries/fact-questions.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent, customer, site, team } from '@/db/schema/organisation.ts';
import { onBothEngines, withCopy } from '@/db/testing/both-engines.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import { may, ROLES, type Role, toScope, type Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { filterOptions } from './filter-options.ts';
import { incidentReport } from './incident.ts';
import { incidentsReport } from './incidents.ts';
import { overviewReport } from './overview.ts';
import { toOverviewAnswer } from './overview-answer.ts';

const opened = await testDatabase();
const { records } = opened;
const options = { record: records, now: Date.UTC(2024, 6, 1) };
const ALL = parseFilters(new URLSearchParams('period=all'));

const teams = { own: 0, other: 0 };
const agents = { me: 0, colleague: 0, stranger: 0 };
let made: (MadeIncident & { what: string })[] = [];

/** What each role sees of the seven incidents, in words. */
const SEEN: Record<Role, string[]> = {
  qa: ['mine', 'mine elsewhere', 'colleague', 'nobody here', 'stranger', 'nobody there', 'unknown'],
  manager: ['mine', 'colleague', 'nobody here'],
  trainer: ['mine', 'colleague', 'nobody here'],
  agent: ['mine', 'mine elsewhere'],
  admin: [],
};

beforeAll(async () => {
  await makeWorkspace(records);
  const ids = await records
    .insert(team)
    .values([{ name: 'Own' }, { name: 'Other' }])
    .returning({ id: team.teamId });
  [teams.own, teams.other] = ids.map(({ id }) => id) as [number, number];
  const people = await records
    .insert(agent)
    .values([
      { reference: 'me', teamId: teams.own },
      { reference: 'colleague', teamId: teams.own },
      { reference: 'stranger', teamId: teams.other },
    ])
    .returning({ id: agent.agentId });
  [agents.me, agents.colleague, agents.stranger] = people.map(({ id }) => id) as [number, number, number];
  const [one] = await records
    .insert(customer)
    .values({ pseudonym: 'c-1' })
    .returning({ id: customer.customerId });
  const of = { at: '2024-03-04T10:00', trigger: 'billing_error', customer: one?.id ?? 0 };
  made = [
    { what: 'mine', ...of, team: teams.own, agent: agents.me },
    { what: 'mine elsewhere', ...of, team: teams.other, agent: agents.me },
    { what: 'colleague', ...of, team: teams.own, agent: agents.colleague },
    { what: 'nobody here', ...of, team: teams.own },
    { what: 'stranger', ...of, team: teams.other, agent: agents.stranger },
    { what: 'nobody there', ...of, team: teams.other },
    { what: 'unknown', ...of },
  ];
  await makeIncidents(records, made);
  const [leeds, york] = await records
    .insert(site)
    .values([{ name: 'Leeds' }, { name: 'York' }, { name: 'Closed long ago' }])
    .returning({ siteId: site.siteId });
  await records
    .update(incident)
    .set(leeds ?? {})
    .where(eq(incident.teamId, teams.own));
  await records
    .update(incident)
    .set(york ?? {})
    .where(eq(incident.teamId, teams.other));
});

const as = (...roles: Role[]): Viewer => ({
  actor: 'test',
  roles,
  ...toScope(roles, { teams: [teams.own], agents: [agents.me] }),
});
const seenBy = (roles: readonly Role[]) =>
  made.map(({ what }) => what).filter((what) => roles.some((role) => SEEN[role].includes(what)));
/** Incidents are numbered as they were made. */
const nameOf = (number: number) => made[number - 1]?.what ?? `number ${number}`;

describe.each(['record', 'copy'] as const)('read from the %s', (engine) => {
  const reading = (work: () => Promise<void>) => (engine === 'copy' ? withCopy(opened, work) : work());

  it.each(ROLES)(
    '%s: the list, its count, each incident and the customer’s others are those of the table',
    async (role) => {
      const viewer = as(role);
      await reading(async () => {
        if (!may(viewer, 'see_incidents')) {
          await expect(incidentsReport(viewer, ALL, DEFAULT_LIST, options)).rejects.toThrow(Forbidden);
          await expect(incidentReport(viewer, 1, options)).rejects.toThrow(Forbidden);
          return;
        }
        const { rows, heading } = await incidentsReport(viewer, ALL, DEFAULT_LIST, options);
        expect(rows.map(({ number }) => nameOf(number)).toSorted()).toEqual(SEEN[role].toSorted());
        expect([heading.shown, heading.all]).toEqual([SEEN[role].length, SEEN[role].length]);
        for (const [index, { what }] of made.entries()) {
          const found = incidentReport(viewer, index + 1, options);
          if (!SEEN[role].includes(what)) {
            await expect(found, what).rejects.toThrow(NotFound);
            continue;
          }
          // All seven are of one customer at one time, so that each has those of a smaller id before it.
          const { earlier } = await found;
          const numbers = earlier.incidents.map(({ number }) => nameOf(number));
          expect(numbers.filter((name) => !SEEN[role].includes(name))).toEqual([]);
          expect(earlier.total).toBe(numbers.length);
        }
      });
    },
  );

  it.each(ROLES)('%s: filter options count and name only what is in scope', async (role) => {
    const viewer = as(role);
    await reading(async () => {
      if (!may(viewer, 'see_incidents')) {
        await expect(filterOptions(viewer, ALL, 'team', { record: records })).rejects.toThrow(Forbidden);
        return;
      }
      const offered = await filterOptions(viewer, ALL, 'team', { record: records });
      expect(offered.reduce((sum, { count }) => sum + count, 0)).toBe(SEEN[role].length);
      const names = {
        qa: ['Other', 'Own'],
        manager: ['Own'],
        trainer: ['Own'],
        agent: ['Other', 'Own'],
        admin: [],
      };
      expect(offered.map(({ label }) => label)).toEqual([...names[role], 'Team not known']);
      const triggers = await filterOptions(viewer, ALL, 'trigger', { record: records });
      expect(triggers.reduce((sum, { count }) => sum + count, 0)).toBe(SEEN[role].length);
    });
  });

  it.each(ROLES)(
    '%s: a site is named where an incident in scope occurred, and nowhere else',
    async (role) => {
      const viewer = as(role);
      if (!may(viewer, 'see_incidents')) return;
      await reading(async () => {
        const offered = await filterOptions(viewer, ALL, 'site', { record: records });
        const names: Record<Role, string[]> = {
          qa: ['Closed long ago', 'Leeds', 'York'],
          manager: ['Leeds'],
          trainer: ['Leeds'],
          agent: ['Leeds', 'York'],
          admin: [],
        };
        expect(offered.map(({ label }) => label)).toEqual([...names[role], 'Site not known']);
        const guessed = parseFilters(new URLSearchParams('period=all&site=2&team=2'));
        const { frame } = await incidentsReport(viewer, guessed, DEFAULT_LIST, options);
        const told = JSON.stringify(frame);
        expect([told.includes('York'), told.includes('Closed long ago')]).toEqual([
          names[role].includes('York'),
          false,
        ]);
      });
    },
  );

  it.each(ROLES)('%s: every panel of the overview adds up to what is in scope', async (role) => {
    const viewer = as(role);
    await reading(async () => {
      if (!may(viewer, 'see_reports')) {
        await expect(overviewReport(viewer, ALL, options)).rejects.toThrow(Forbidden);
        return;
      }
      const answer = await toOverviewAnswer(await overviewReport(viewer, ALL, options));
      expect(answer.incidents).toMatchObject({ shown: SEEN[role].length, all: SEEN[role].length });
      expect(answer.measures[0]).toMatchObject({ measure: 'incidents', numerator: SEEN[role].length });
      for (const id of ['triggers', 'outcomes', 'flow']) {
        const panel = answer.panels[id];
        expect(JSON.stringify(panel?.total ?? panel?.rows), id).toContain(String(SEEN[role].length));
      }
    });
  });

  it('several roles see what each of them sees: 4 of manager and agent, 7 with quality assurance', async () => {
    await reading(async () => {
      for (const roles of [
        ['manager', 'agent'],
        ['agent', 'qa'],
        ['manager', 'admin'],
      ] as const) {
        const { rows } = await incidentsReport(as(...roles), ALL, DEFAULT_LIST, options);
        expect(rows.map(({ number }) => nameOf(number)).toSorted()).toEqual(seenBy(roles).toSorted());
      }
    });
  });

  it('filters by another team, by hand in the address, show none of it and do not name it', async () => {
    await reading(async () => {
      const filters = parseFilters(new URLSearchParams(`period=all&team=${teams.other}`));
      const report = await incidentsReport(as('manager'), filters, DEFAULT_LIST, options);
      expect(JSON.stringify(report)).not.toContain('Other');
      expect(report.rows.every(({ team: name }) => name === 'Own')).toBe(true);
      const without = parseFilters(new URLSearchParams(`period=all&team=!${teams.own}`));
      const none = await incidentsReport(as('manager'), without, DEFAULT_LIST, options);
      expect(JSON.stringify(none)).not.toContain('Other');
    });
  });
});

it('any set of teams and agents reaches the same incidents on both engines: those of its teams and of its agents', async () => {
  await onBothEngines(opened, async (record, copy) => {
    const scope = fc.record({
      teams: fc.subarray([1, 2, 99]),
      agents: fc.subarray([1, 2, 3, 99]),
    });
    await fc.assert(
      fc.asyncProperty(scope, async (given) => {
        const viewer: Viewer = { ...EVERYBODY, ...given };
        const expected = made.filter(
          (one) => given.teams.includes(one.team ?? 0) || given.agents.includes(one.agent ?? 0),
        ).length;
        expect(await countIncidents(record, viewer, EVERYTHING)).toBe(expected);
        expect(await countIncidents(copy, viewer, EVERYTHING)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});

it('every question about facts answers an agent alike on both engines, and somebody without a scope with nothing', async () => {
  const nobody: Viewer = { actor: 'test', roles: [], teams: [] };
  await onBothEngines(opened, async (record, copy) => {
    for (const [name, asks] of Object.entries(FACT_QUESTIONS)) {
      for (const ask of asks) {
        const answers = await Promise.all([record, copy].map((one) => ask(one, as('agent'), EVERYTHING)));
        expect(answers[1], name).toEqual(answers[0]);
        const none = JSON.stringify(await ask(record, nobody, EVERYTHING));
        expect(none, name).toBe(JSON.stringify(await ask(copy, nobody, EVERYTHING)));
        expect(none, name).not.toMatch(/[:[,][1-9]/);
      }
    }
  });
});
