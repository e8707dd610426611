import { beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { countSetAside } from '@/db/queries/set-aside.ts';
import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { incidentReport } from '@/db/reports/incident.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { setAsideReport } from '@/db/reports/set-aside.ts';
import { customer, team } from '@/db/schema/organisation.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { failEverywhere } from '@/db/testing/failing-records.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { countIncidentAgain } from './count-incident-again.ts';
import { writeIncidents } from './incidents/write-incidents.ts';
import { setIncidentAside } from './set-incident-aside.ts';

const opened = await testDatabase();
const { records, sql } = opened;
await makeWorkspace(records);
const QA: Viewer = { actor: 'account:7', roles: ['qa'], teams: 'all' };
const NOW = new Date('2024-06-01T12:00:00Z');
const ALL = parseFilters(new URLSearchParams('period=all'));
let [first, second, third]: [number, number, number] = [0, 0, 0];
let teamId = 0;

/** Three billing errors of one customer, 10 days apart: the second and the third are repeats; all went to a supervisor. */
beforeEach(async () => {
  for (const table of ['incident', 'fact_change', 'customer', 'team']) await sql`delete from ${sql(table)}`;
  const [person] = await records.insert(customer).values({ pseudonym: 'C-1' }).returning();
  const [leeds] = await records.insert(team).values({ name: 'Leeds' }).returning();
  teamId = leeds?.teamId ?? 0;
  const same = {
    trigger: 'billing_error',
    customer: person?.customerId ?? 0,
    path: ['frontline', 'supervisor'],
    techniques: { active_listening: 'effective' },
    followUps: [{ due: '2024-01-30', done: '2024-01-29' }],
  } as const;
  await makeIncidents(records, [
    { at: '2024-01-01T09:00', ...same, path: [...same.path] },
    { at: '2024-01-11T09:00', ...same, path: [...same.path], daysSincePrevious: 10, team: teamId },
    { at: '2024-01-21T09:00', ...same, path: [...same.path], daysSincePrevious: 10 },
  ]);
  const rows = await sql`select number from incident order by number`;
  [first, second, third] = rows.map(({ number }) => Number(number)) as [number, number, number];
});

const aside = (number: number, sameAs: number | null = null, viewer = QA) =>
  setIncidentAside(records, viewer, { number, reason: 'Entered for a training', sameAs }, NOW);
const again = (number: number, viewer = QA) => countIncidentAgain(records, viewer, { number }, NOW);

/** Incidents, repeats of those that can be, observations and promises: by each view of the facts. */
async function figures({ facts, ...rest }: Snapshot) {
  const snapshot = { facts, ...rest };
  const asked = { ...EVERYTHING, today: '2024-06-01' };
  const ids = ['incidents', 'repeat_rate', 'escalation_rate', 'follow_up_kept_rate'] as const;
  const sums = await sumMeasures(snapshot, EVERYBODY, asked, ids);
  return [
    await countIncidents(snapshot, EVERYBODY, EVERYTHING),
    ...ids.map((id) => `${sums.get(id)?.numerator}/${sums.get(id)?.denominator}`),
  ];
}

async function onBoth() {
  const seen: unknown[] = [];
  await onBothEngines(opened, async (record, copy) => {
    seen.push(await figures(record), await figures(copy));
  });
  expect(seen[1]).toEqual(seen[0]);
  return seen[0];
}

async function state() {
  return sql`select number, days_since_previous, standing from incident order by number`;
}

describe('an incident that is set aside', () => {
  it('leaves every measure by exactly one, and comes back to it, on both engines', async () => {
    const before = await onBoth();
    expect(before).toMatchObject([3, expect.anything(), expect.anything(), '3/3', '3/3']);
    await aside(second);
    expect(await onBoth()).toMatchObject([2, expect.anything(), expect.anything(), '2/2', '2/2']);
    await again(second);
    expect(await onBoth()).toEqual(before);
  });

  it('is no earlier one of the same customer: the third then came 20 days after the first, and 10 after the second again', async () => {
    const before = await state();
    await aside(second);
    expect((await state()).map(({ days_since_previous: days }) => days)).toEqual([null, 10, 20]);
    await again(second);
    expect(await state()).toEqual(before);
  });

  it('is marked as changed with those that follow from it, so that copies of the facts read them anew', async () => {
    await aside(second);
    const marks =
      await sql`select distinct i.number from fact_change as m join incident as i using (incident_id)`;
    expect(marks.map(({ number }) => number).sort()).toEqual([second, third]);
  });

  it('is in no list, no search and no file, and is counted beside them', async () => {
    await aside(second);
    const list = await incidentsReport(QA, ALL, DEFAULT_LIST, { record: records });
    expect(list.rows.map(({ number }) => number)).toEqual([third, first]);
    expect(list.heading).toMatchObject({ shown: 2, all: 2, setAside: 1 });
    const search = { ...DEFAULT_LIST, search: String(second) };
    expect((await incidentsReport(QA, ALL, search, { record: records })).found?.count).toBe(0);
    const file = await exportIncidents(QA, ALL, { record: records });
    const numbers: unknown[] = [];
    for await (const piece of file.pieces) numbers.push(...piece.map(({ number }) => number));
    expect([file.count, numbers]).toEqual([2, [third, first]]);
  });

  it('keeps its page, which says why, by whom and since when; its history stays after it counts again', async () => {
    await aside(second);
    const { standing } = await incidentReport(QA, second, { record: records });
    expect(standing.setAside).toMatchObject({
      label: 'Not an incident',
      sameAs: null,
      reason: 'Entered for a training',
      by: 'account:7',
      when: '1 Jun 2024, 12:00',
    });
    await again(second);
    const after = await incidentReport(QA, second, { record: records });
    expect(after.standing.setAside).toBeNull();
    expect(after.standing.history.map(({ words }) => words)).toEqual([
      'Set aside as not an incident by account:7',
      'Counted again by account:7',
    ]);
  });

  it('stays set aside when its source says something new of it', async () => {
    const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
    const write = (topic: string) =>
      records.transaction((tx) => writeIncidents(tx, [readyIncident('a', { topic })], writing));
    await write('Late fee');
    const [row] = await sql`select max(number) as number from incident`;
    await aside(Number(row?.number));
    expect(await write('Late fee, again')).toMatchObject({ updated: 1 });
    expect(await countSetAside(records, QA)).toEqual({ not_an_incident: 1, same_as_another: 0 });
  });

  it('is set aside once, and counts again once', async () => {
    await aside(second);
    await expect(aside(second)).rejects.toThrow(Conflict);
    await again(second);
    await expect(again(second)).rejects.toThrow(Conflict);
  });
});

describe('an incident that is the same as another', () => {
  it('names the one that stays, and that one names it', async () => {
    await aside(second, first);
    const { standing } = await incidentReport(QA, second, { record: records });
    expect(standing.setAside).toMatchObject({ label: 'The same as another', sameAs: { number: first } });
    const kept = await incidentReport(QA, first, { record: records });
    expect(kept.standing.duplicates.map(({ number }) => number)).toEqual([second]);
    await again(second);
    expect((await incidentReport(QA, first, { record: records })).standing.duplicates).toEqual([]);
  });

  it.each([
    ['itself', () => aside(second, second), 'This is the incident itself.'],
    ['one that is not there', () => aside(second, 2_000_000), 'There is no incident 2000000 here.'],
  ])('is not the same as %s', async (_, doing, words) => {
    await expect(doing()).rejects.toThrow(words);
  });

  it('cannot stand for one that stands for it, nor in a chain: the one that stays is named', async () => {
    await aside(second, first);
    await expect(aside(first, second)).rejects.toThrow(Conflict);
    await expect(aside(first, second)).rejects.toThrow(`is set aside as the same as INC-${first}`);
    await expect(aside(third, second)).rejects.toThrow(`Name INC-${first}, which it is the same as.`);
    await expect(aside(first)).rejects.toThrow(Conflict);
    expect((await state()).map(({ standing }) => standing)).toEqual([0, 2, 0]);
  });

  it('is not the same as what is no incident', async () => {
    await aside(first);
    await expect(aside(second, first)).rejects.toThrow(Invalid);
  });
});

describe('who may', () => {
  it('those who review, and only among what they see', async () => {
    const manager: Viewer = { actor: 'account:8', roles: ['manager'], teams: 'all' };
    await expect(aside(second, null, manager)).rejects.toThrow(Forbidden);
    await expect(again(second, manager)).rejects.toThrow(Forbidden);
    const elsewhere: Viewer = { ...QA, teams: [teamId] };
    await expect(aside(first, null, elsewhere)).rejects.toThrow(NotFound);
    await aside(second, null, elsewhere);
  });

  it('of 2 that are set aside, a viewer of Leeds is told of the 1 of Leeds', async () => {
    await aside(first);
    await aside(second);
    const shown = async (viewer: Viewer) =>
      (await setAsideReport(viewer, { as: null, page: 1 }, { record: records })).rows.map(
        ({ number }) => number,
      );
    expect(await shown(QA)).toEqual([second, first]);
    expect(await shown({ actor: 'account:9', roles: ['trainer'], teams: [teamId] })).toEqual([second]);
    const kind = await setAsideReport(QA, { as: 'same_as_another', page: 1 }, { record: records });
    expect([kind.rows, kind.counts]).toEqual([[], { not_an_incident: 2, same_as_another: 0 }]);
  });
});

it('is audited by number, without a word of the reason', async () => {
  await aside(second, first);
  await again(second);
  const rows = await sql`select action, subject, actor, detail from audit_log
    where subject = ${`incident:${second}`} order by audit_id`;
  expect([...rows]).toEqual([
    {
      action: 'incident_set_aside',
      subject: `incident:${second}`,
      actor: 'account:7',
      detail: { standing: 'same_as_another', sameAs: first },
    },
    {
      action: 'incident_counted_again',
      subject: `incident:${second}`,
      actor: 'account:7',
      detail: { was: 'same_as_another' },
    },
  ]);
});

it('fails before any of its statements without a trace', async () => {
  const trace = async () => [
    await state(),
    (await sql`select 1 from set_aside`).length,
    (await sql`select 1 from fact_change`).length,
    (await sql`select 1 from audit_log`).length,
  ];
  const before = await trace();
  await failEverywhere(
    sql,
    (failing) => setIncidentAside(failing, QA, { number: second, reason: 'Twice', sameAs: first }, NOW),
    async (failsAt) => expect(await trace(), `statement ${failsAt}`).toEqual(before),
  );
  const set = await trace();
  expect(set[1]).toBe(1);
  await failEverywhere(
    sql,
    (failing) => countIncidentAgain(failing, QA, { number: second }, NOW),
    async (failsAt) => expect(await trace(), `statement ${failsAt}`).toEqual(set),
  );
  expect((await state()).map(({ days_since_previous: days }) => days)).toEqual([null, 10, 10]);
});
