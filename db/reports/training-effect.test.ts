import { beforeAll, describe, expect, it } from 'vitest';
import { makeModule } from '@/db/commands/make-module.ts';
import { markAttendance } from '@/db/commands/mark-attendance.ts';
import { planSession } from '@/db/commands/plan-session.ts';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { listTechniqueNames } from '@/db/queries/training-modules.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { incidentsReport } from './incidents.ts';
import { makePack } from './pack.ts';
import { type SessionEffect, sessionReport } from './training-session.ts';

const opened = await testDatabase();
const { records } = opened;
const HELD_ON = '2026-06-01';
const NOW = Date.parse('2026-09-01T12:00:00Z');
const trainer: Viewer = { actor: 'account:t', roles: ['trainer'], teams: 'all' };
let people = new Map<string, { team: number; agent: number }>();
let sessionId = 0;
const person = (name: string) => people.get(name) ?? { team: 0, agent: 0 };

/** So many incidents of somebody, one a day, of which the first so many are handled effectively. */
function incidentsOf(name: string | null, from: string, count: number, effective: number): MadeIncident[] {
  return Array.from({ length: count }, (_, index) => ({
    at: shiftDays(from, index),
    ...(name === null ? { team: person('Ana').team } : person(name)),
    techniques: { paraphrasing: index < effective ? ('effective' as const) : ('missed' as const) },
  }));
}

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  people = await makePeople(records, { Orders: ['Ana', 'Ben', 'Cleo'], Billing: ['Dan', 'Eve', 'Fay'] });
  const techniques = await listTechniqueNames(records);
  const codes = ['paraphrasing', 'active_listening'].map(
    (id) => techniques.find((one) => one.id === id)?.code ?? 0,
  );
  const entry = { name: 'Listening first', form: 'role_play', about: '', minutes: null } as const;
  const moduleId = await makeModule(records, trainer, { ...entry, techniques: codes }, new Date(NOW));
  const plan = {
    moduleId,
    heldOn: HELD_ON,
    teams: [person('Ana').team],
    compared: [],
    scenarios: [],
    note: '',
  };
  sessionId = await planSession(records, trainer, plan, new Date(NOW));
  const came = [person('Ana').agent, person('Ben').agent];
  await markAttendance(records, trainer, { sessionId, version: 1 }, came, new Date(NOW));
  const elsewhere = await planSession(
    records,
    trainer,
    { ...plan, heldOn: '2026-07-01', teams: [person('Eve').team] },
    new Date(NOW),
  );
  await markAttendance(
    records,
    trainer,
    { sessionId: elsewhere, version: 1 },
    [person('Eve').agent],
    new Date(NOW),
  );
  await makeIncidents(records, [
    ...incidentsOf('Ana', '2026-04-01', 20, 5),
    ...incidentsOf('Ben', '2026-04-01', 10, 5),
    ...incidentsOf('Ana', '2026-06-02', 20, 19),
    // Who was asked and did not come is not trained; nor are Dan and Fay.
    ...incidentsOf('Cleo', '2026-04-01', 20, 10),
    ...incidentsOf('Dan', '2026-04-01', 20, 10),
    ...incidentsOf('Fay', '2026-06-02', 30, 15),
    // Trained elsewhere in the same, not known, and on the day itself: in none of the groups.
    ...incidentsOf('Eve', '2026-06-02', 40, 40),
    ...incidentsOf(null, '2026-06-02', 5, 5),
    ...incidentsOf('Ana', HELD_ON, 1, 1),
    { at: '2026-06-20', ...person('Ana'), techniques: { patience: 'effective' } },
    { at: '2026-08-31', ...person('Ana') },
  ]);
});

async function effect(viewer = trainer): Promise<SessionEffect> {
  const report = await sessionReport(viewer, sessionId, { record: records, now: NOW });
  if (typeof report.effect === 'string') throw new Error(`nothing is told: ${report.effect}`);
  return report.effect;
}

const shown = async (found: SessionEffect, open: Narrowing) => {
  const query = toSearchParams(narrow(found.filters, open));
  const filters = parseFiltersOfPeople(new URLSearchParams(query));
  const list = await incidentsReport(trainer, filters, DEFAULT_LIST, { record: records, now: NOW });
  return list.heading.shown;
};

it('10 of 30 before and 19 of 20 after among the trained, 20 of 40 and 15 of 30 beside them: a real rise', async () => {
  const { told } = await effect();
  const handled = (effective: number, opportunities: number) => ({
    effective,
    opportunities,
    incidents: opportunities,
  });
  expect(told.trained).toEqual({ before: handled(10, 30), after: handled(19, 20) });
  expect(told.compared).toEqual({ before: handled(20, 40), after: handled(15, 30) });
  // 0.95 - 0.3333 and 0.5 - 0.5
  expect(told.difference?.effect).toBeCloseTo(0.6167, 4);
  expect(told.verdict).toBe('worked');
});

it('each group opens exactly its incidents, on the record and on the copy', async () => {
  const check = async () => {
    const found = await effect();
    const { rows } = found.shares.table;
    const counts = await Promise.all(rows.map(({ open }) => (open ? shown(found, open) : 0)));
    expect(counts).toEqual([30, 20, 40, 30]);
    expect(counts).toEqual(rows.map(({ cells }) => cells[3]));
    const { trained, compared } = found.charts ?? {};
    for (const panel of [trained, compared]) {
      const after = panel?.open;
      expect(after && (await shown(found, after.narrowing))).toBe(panel === trained ? 20 : 30);
      const points = panel?.table.rows.filter(({ open }) => open) ?? [];
      const [first] = points;
      expect(first?.open && (await shown(found, first.open))).toBe(first?.cells[3]);
    }
  };
  await check();
  await withCopy(opened, check);
});

describe('the teams that it is compared with', () => {
  it('narrow the other side: Billing alone has 10 of 20 before and 15 of 30 after', async () => {
    const { changeSession } = await import('@/db/commands/change-session.ts');
    const change = { heldOn: HELD_ON, scenarios: [], note: '' };
    const billing = [person('Dan').team];
    await changeSession(
      records,
      trainer,
      { sessionId, version: 2 },
      { ...change, compared: billing },
      new Date(),
    );
    const found = await effect();
    expect(found.told.compared.before).toMatchObject({ effective: 10, opportunities: 20 });
    expect(await shown(found, found.shares.table.rows[2]?.open ?? {})).toBe(20);
    await changeSession(records, trainer, { sessionId, version: 3 }, { ...change, compared: [] }, new Date());
  });
});

describe('who is told', () => {
  it('a manager is told nothing of two people who were trained', async () => {
    const manager: Viewer = { ...trainer, roles: ['manager'] };
    const report = await sessionReport(manager, sessionId, { record: records, now: NOW });
    expect(report.effect).toBe('hidden');
  });

  it('a trainer of that team alone sees it beside the one who did not come', async () => {
    const own = { ...trainer, teams: [person('Ana').team] };
    const { told } = await effect(own);
    expect(told.trained.before.opportunities).toBe(30);
    expect(told.compared.before.opportunities).toBe(20);
    expect(told.verdict).toBe('uncompared');
  });
});

it('a session of today has nothing to tell yet', async () => {
  const today = Date.parse(`${HELD_ON}T12:00:00Z`);
  const report = await sessionReport(trainer, sessionId, { record: records, now: today });
  expect([report.effect, report.isHeld]).toEqual(['not_yet', true]);
});

it('leaves whole, as a pack with the panels of its page, and is found again by its address', async () => {
  const options = { record: records, now: NOW };
  const pack = await makePack(trainer, 'session', `training=${sessionId}`, options);
  const { effect } = await sessionReport(trainer, sessionId, options);
  const { shares, changes, charts } = effect as SessionEffect;
  expect(pack.panels.map(({ id, headline }) => [id, headline])).toEqual(
    [shares, changes, charts?.trained, charts?.compared].map((panel, place) => [
      ['shares', 'changes', 'trained', 'compared'][place],
      panel?.headline,
    ]),
  );
  expect(pack).toMatchObject({
    title: 'Listening first, 1 Jun 2026',
    address: `/skills/training/sessions/${sessionId}`,
    query: `training=${sessionId}`,
  });
  const again = await makePack(trainer, 'session', pack.query, options);
  expect(again.panels).toEqual(pack.panels);
  await expect(makePack(trainer, 'session', 'training=999', options)).rejects.toThrow(NotFound);
});
