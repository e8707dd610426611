import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, listLessonChecks, listLessons } from '@/db/queries/lessons.ts';
import { listTechniqueNames } from '@/db/queries/training-modules.ts';
import { lesson } from '@/db/schema/lessons.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { changeLesson } from './change-lesson.ts';
import { checkLesson } from './check-lesson.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';
import { shareLesson } from './share-lesson.ts';

const { records } = await testDatabase();
const AT = { now: new Date('2026-11-22T10:00:00Z'), today: '2026-11-22' };
const qa: Viewer = { actor: 'account:q', roles: ['qa', 'trainer'], teams: 'all' };
const FIGURES = { numerator: 61, denominator: 84, otherNumerator: 1204, otherDenominator: 2190 };
const EVIDENCE = {
  address: 'period=2026-01-01..2026-06-30&compare=none&trigger=billing_error',
  measure: 'de_escalation_rate',
  figures: FIGURES,
} as const;
const said = {
  title: 'Say when the refund will be there',
  trigger: 1,
  issue: 'A refund was promised and nobody knows when it comes.',
  resolution: 'Name the day and send it in writing.',
  askOn: '2027-05-01',
};
let people = new Map<string, { team: number; agent: number }>();
let expectations = 0;
let entry = { ...said, techniques: [] as number[], teams: [] as number[] };
const person = (name: string) => people.get(name) ?? { team: 0, agent: 0 };
const share = (more: Partial<typeof entry> = {}, viewer = qa) =>
  shareLesson(records, viewer, { ...entry, ...more }, EVIDENCE, AT);
const all = { words: '', technique: null, retired: false };
const titles = async (viewer: Viewer, asked: Partial<typeof all> = {}) =>
  (await listLessons(records, viewer, { ...all, ...asked })).map(({ title }) => title);
const of = (roles: Viewer['roles'], teams: Viewer['teams'], agents: number[] = []): Viewer => ({
  actor: 'account:x',
  roles,
  teams,
  agents,
});

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  people = await makePeople(records, { Orders: ['Ana'], Billing: ['Dan'] });
  const techniques = await listTechniqueNames(records);
  expectations = techniques.find(({ id }) => id === 'setting_expectations')?.code ?? 0;
  entry = { ...entry, techniques: [expectations], teams: [person('Ana').team] };
});

beforeEach(async () => {
  await records.delete(lesson);
});

describe('a lesson', () => {
  it('keeps what speaks for it, and nothing that is personal', async () => {
    const lessonId = await share({ issue: 'Mail jane.doe@example.org about it.' });
    expect(await findLesson(records, qa, lessonId)).toMatchObject({
      ...said,
      trigger: { id: 'billing_error' },
      issue: 'Mail [EMAIL-1] about it.',
      evidence: EVIDENCE.address,
      ...FIGURES,
      techniques: [{ id: 'setting_expectations' }],
      teams: [{ name: 'Orders' }],
      toAll: false,
      version: 1,
    });
  });

  it('without any incident, for a day that is past, or with a trigger that is gone is refused at its field', async () => {
    const nothing = { ...EVIDENCE, figures: { ...FIGURES, numerator: 0, denominator: 0 } };
    const refused = (promise: Promise<unknown>) => expect(promise).rejects;
    await refused(shareLesson(records, qa, entry, nothing, AT)).toMatchObject({
      problems: [{ field: 'query' }],
    });
    await refused(share({ askOn: AT.today })).toMatchObject({ problems: [{ field: 'askOn' }] });
    await refused(share({ trigger: 9999 })).toMatchObject({ problems: [{ field: 'trigger' }] });
    expect(await titles(qa)).toEqual([]);
  });

  it('goes to the people of its teams, whoever looks after one of them, and who shared it', async () => {
    await share();
    const { team, agent } = person('Ana');
    expect(await titles(of(['agent'], [], [agent]))).toEqual([said.title]);
    expect(await titles(of(['manager'], [team]))).toEqual([said.title]);
    expect(await titles(of(['agent'], [], [person('Dan').agent]))).toEqual([]);
    expect(await titles(of(['manager'], [person('Dan').team]))).toEqual([]);
    await share({ title: 'For all', teams: [] });
    expect(await titles(of(['agent'], [], [person('Dan').agent]))).toEqual(['For all']);
  });

  it('is shared with all teams only by those who see all of them', async () => {
    const bound = of(['trainer'], [person('Ana').team]);
    await expect(share({ teams: [] }, bound)).rejects.toMatchObject({ problems: [{ field: 'teams' }] });
    const other = share({ teams: [person('Dan').team] }, bound);
    await expect(other).rejects.toMatchObject({ problems: [{ field: 'teams' }] });
    await expect(share({}, of(['manager'], 'all'))).rejects.toThrow(Forbidden);
  });

  it('stays with the teams that whoever changes it does not look after', async () => {
    const both = [person('Ana').team, person('Dan').team];
    const lessonId = await share({ teams: both });
    const bound = of(['trainer'], [person('Ana').team]);
    await changeLesson(records, bound, { lessonId, version: 1 }, { ...entry, title: 'Other words' }, AT);
    const after = await findLesson(records, qa, lessonId);
    expect(after?.teams.map(({ name }) => name)).toEqual(['Billing', 'Orders']);
    expect(after?.title).toBe('Other words');
    const late = changeLesson(records, qa, { lessonId, version: 1 }, entry, AT);
    await expect(late).rejects.toThrow(Conflict);
    const none = changeLesson(records, of(['trainer'], [999]), { lessonId, version: 2 }, entry, AT);
    await expect(none).rejects.toThrow(NotFound);
  });
});

describe('whether it is still true', () => {
  const now = { figures: { ...FIGURES, numerator: 20, denominator: 40 }, ...AT };

  it('yes: it asks again on another day, and what its incidents said then is kept', async () => {
    const lessonId = await share();
    const yes = { answer: 'yes', note: 'Seen again.', askOn: '2027-11-01' } as const;
    await checkLesson(records, qa, { lessonId, version: 1 }, yes, now);
    expect(await findLesson(records, qa, lessonId)).toMatchObject({ askOn: '2027-11-01', retiredOn: null });
    expect(await listLessonChecks(records, lessonId)).toMatchObject([
      { answer: 'yes', note: 'Seen again.', numerator: 20, denominator: 40 },
    ]);
    const past = checkLesson(records, qa, { lessonId, version: 2 }, { ...yes, askOn: AT.today }, now);
    await expect(past).rejects.toThrow(Invalid);
  });

  it('no: it stands apart from the others, until somebody finds it true again', async () => {
    const lessonId = await share();
    await checkLesson(records, qa, { lessonId, version: 1 }, { answer: 'no', note: '', askOn: '' }, now);
    expect([await titles(qa), await titles(qa, { retired: true })]).toEqual([[], [said.title]]);
    const again = { answer: 'yes', note: '', askOn: '2027-11-01' } as const;
    await checkLesson(records, qa, { lessonId, version: 2 }, again, now);
    expect([await titles(qa), await titles(qa, { retired: true })]).toEqual([[said.title], []]);
  });
});

describe('the knowledge base', () => {
  it('finds by words in any form, issue before resolution, and by technique', async () => {
    await share({ title: 'Router outage', issue: 'The router is dead.', resolution: 'Refund the day.' });
    await share();
    expect(await titles(qa, { words: 'refunds' })).toEqual([said.title, 'Router outage']);
    expect(await titles(qa, { words: 'refund -router' })).toEqual([said.title]);
    expect(await titles(qa, { words: '"nobody knows"' })).toEqual([said.title]);
    const found = await listLessons(records, qa, { ...all, technique: expectations });
    expect(found).toHaveLength(2);
    expect(await listLessons(records, qa, { ...all, technique: 2 })).toEqual([]);
  });
});
