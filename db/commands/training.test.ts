import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listModules, listTechniqueNames } from '@/db/queries/training-modules.ts';
import {
  findSession,
  listComparedTeams,
  listSessionPeople,
  listSessions,
} from '@/db/queries/training-sessions.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { trainingModule, trainingSession } from '@/db/schema/training.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { changeModule } from './change-module.ts';
import { changeSession } from './change-session.ts';
import { invitePeople } from './invite-people.ts';
import { makeModule } from './make-module.ts';
import { markAttendance } from './mark-attendance.ts';
import { planSession } from './plan-session.ts';
import { removeSession } from './remove-session.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const trainer: Viewer = { actor: 'account:t', roles: ['trainer'], teams: 'all' };
const MODULE = { name: 'Listening first', form: 'role_play', about: 'In threes.', minutes: 90 } as const;
let people = new Map<string, { team: number; agent: number }>();
let [listening, paraphrasing, moduleId, sessionId] = [0, 0, 0, 0];
const person = (name: string) => people.get(name) ?? { team: 0, agent: 0 };
const session = (viewer = trainer) => findSession(records, viewer, sessionId);
const at = (version: number) => ({ sessionId, version });

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  people = await makePeople(records, { Orders: ['Ana', 'Ben', 'Cleo'], Billing: ['Dan'] });
  const techniques = await listTechniqueNames(records);
  const codeOf = (id: string) => techniques.find((one) => one.id === id)?.code ?? 0;
  [listening, paraphrasing] = [codeOf('active_listening'), codeOf('paraphrasing')];
});

beforeEach(async () => {
  await records.delete(trainingSession);
  await records.delete(trainingModule);
  moduleId = await makeModule(records, trainer, { ...MODULE, techniques: [listening, paraphrasing] }, NOW);
  sessionId = await planSession(
    records,
    trainer,
    {
      moduleId,
      heldOn: '2026-12-01',
      teams: [person('Ana').team],
      compared: [person('Dan').team],
      scenarios: [],
      note: '',
    },
    NOW,
  );
});

describe('a module', () => {
  it('is listed with its techniques in the order of the procedure, and without what is personal', async () => {
    await makeModule(
      records,
      trainer,
      { ...MODULE, about: 'Ask jane.doe@example.org for the slides.', techniques: [paraphrasing] },
      NOW,
    );
    const [one, other] = await listModules(records);
    expect(one?.techniques.map(({ label }) => label)).toEqual(['Active listening', 'Paraphrasing']);
    expect(other?.about).toBe('Ask [EMAIL-1] for the slides.');
  });

  it('that is retired stands last and is offered for no new session', async () => {
    const changed = { ...MODULE, techniques: [paraphrasing], retired: true };
    await changeModule(records, trainer, { moduleId, version: 1 }, changed, NOW);
    await makeModule(records, trainer, { ...MODULE, name: 'Zeal', techniques: [listening] }, NOW);
    expect((await listModules(records)).map(({ name }) => name)).toEqual(['Zeal', 'Listening first']);
    const entry = {
      heldOn: '2026-12-02',
      teams: [person('Ana').team],
      compared: [],
      scenarios: [],
      note: '',
    };
    await expect(planSession(records, trainer, { ...entry, moduleId }, NOW)).rejects.toThrow(Invalid);
  });

  it('keeps the techniques of its sessions when it changes, and refuses an old state', async () => {
    const changed = { ...MODULE, techniques: [paraphrasing], retired: false };
    await changeModule(records, trainer, { moduleId, version: 1 }, changed, NOW);
    expect((await session())?.techniques.map(({ id }) => id)).toEqual(['active_listening', 'paraphrasing']);
    const again = changeModule(records, trainer, { moduleId, version: 1 }, changed, NOW);
    await expect(again).rejects.toThrow(Conflict);
    const none = changeModule(records, trainer, { moduleId: 999, version: 1 }, changed, NOW);
    await expect(none).rejects.toThrow(NotFound);
  });

  it('with a technique that is not there is refused at its field', async () => {
    const made = makeModule(records, trainer, { ...MODULE, techniques: [9999] }, NOW);
    await expect(made).rejects.toMatchObject({ problems: [{ field: 'techniques' }] });
  });
});

describe('a session', () => {
  it('asks everybody of its teams: 3 of Orders, none of them marked', async () => {
    expect(await session()).toMatchObject({ asked: 3, attended: 0, unmarked: 3, module: 'Listening first' });
    expect((await listSessionPeople(records, sessionId)).map(({ name }) => name)).toEqual([
      'Ana',
      'Ben',
      'Cleo',
    ]);
    expect((await listComparedTeams(records, sessionId)).map(({ name }) => name)).toEqual(['Billing']);
  });

  it('2 of 3 came: the third is marked as not', async () => {
    const came = [person('Ana').agent, person('Cleo').agent];
    await markAttendance(records, trainer, at(1), came, NOW);
    expect(await session()).toMatchObject({ asked: 3, attended: 2, unmarked: 0, version: 2 });
    const marks = (await listSessionPeople(records, sessionId)).map(({ attended }) => attended);
    expect(marks).toEqual([true, false, true]);
  });

  it('whoever stays asked keeps the mark; whoever is of another team cannot be asked', async () => {
    await markAttendance(records, trainer, at(1), [person('Ana').agent], NOW);
    await invitePeople(records, trainer, at(2), [person('Ana').agent, person('Ben').agent], NOW);
    const after = await listSessionPeople(records, sessionId);
    expect(after.map(({ name, attended }) => [name, attended])).toEqual([
      ['Ana', true],
      ['Ben', false],
    ]);
    const stranger = invitePeople(records, trainer, at(3), [person('Dan').agent], NOW);
    await expect(stranger).rejects.toThrow(Invalid);
    expect(await session()).toMatchObject({ asked: 2, version: 3 });
    const notAsked = markAttendance(records, trainer, at(3), [person('Cleo').agent], NOW);
    await expect(notAsked).rejects.toThrow(Invalid);
    await invitePeople(records, trainer, at(3), [], NOW);
    expect(await session()).toMatchObject({ asked: 0 });
  });

  it('can be moved and compared with everybody; an old state is refused and nothing changes', async () => {
    const changed = {
      heldOn: '2026-12-08',
      compared: [],
      scenarios: [],
      note: 'Room 2, call +44 20 7946 0958',
    };
    await changeSession(records, trainer, at(1), changed, NOW);
    expect(await session()).toMatchObject({ heldOn: '2026-12-08', note: 'Room 2, call [PHONE-1]' });
    expect(await listComparedTeams(records, sessionId)).toEqual([]);
    const late = changeSession(records, trainer, at(1), { ...changed, heldOn: '2026-12-09' }, NOW);
    await expect(late).rejects.toThrow(Conflict);
    expect((await session())?.heldOn).toBe('2026-12-08');
  });

  it('goes with its people, and stands in the audit log without a word of anybody', async () => {
    await removeSession(records, trainer, at(1), NOW);
    expect(await session()).toBeNull();
    const log = await records.select().from(auditLog);
    const last = log.toSorted((one, other) => other.auditId - one.auditId)[0];
    expect(last).toMatchObject({
      action: 'session_removed',
      subject: `training:${sessionId}`,
      detail: { day: '2026-12-01', module: moduleId },
    });
  });
});

describe('who sees and changes a session', () => {
  const of = (roles: Viewer['roles'], teams: Viewer['teams'], agents: number[] = []): Viewer => ({
    actor: 'account:x',
    roles,
    teams,
    agents,
  });

  it('those who see all its teams; an agent who is asked; nobody else', async () => {
    const seen = async (viewer: Viewer) => (await listSessions(records, viewer)).length;
    const { team, agent } = person('Ana');
    expect(await seen(of(['trainer'], [team]))).toBe(1);
    expect(await seen(of(['trainer'], [person('Dan').team]))).toBe(0);
    expect(await seen(of(['agent'], [], [agent]))).toBe(1);
    expect(await seen(of(['agent'], [], [person('Dan').agent]))).toBe(0);
    expect(await seen(of(['agent'], []))).toBe(0);
  });

  it('a trainer of another team finds none to change, even when asked to it', async () => {
    const other = of(['trainer', 'agent'], [person('Dan').team], [person('Ana').agent]);
    await expect(markAttendance(records, other, at(1), [], NOW)).rejects.toThrow(NotFound);
    await expect(removeSession(records, other, at(1), NOW)).rejects.toThrow(NotFound);
    const entry = { moduleId, heldOn: '2026-12-02', compared: [], scenarios: [], note: '' };
    const planned = planSession(records, other, { ...entry, teams: [person('Ana').team] }, NOW);
    await expect(planned).rejects.toMatchObject({ problems: [{ field: 'teams' }] });
  });

  it('a manager sees it and may not change it', async () => {
    const manager = of(['manager'], 'all');
    await expect(removeSession(records, manager, at(1), NOW)).rejects.toThrow(Forbidden);
    await expect(makeModule(records, manager, { ...MODULE, techniques: [listening] }, NOW)).rejects.toThrow(
      Forbidden,
    );
  });
});
