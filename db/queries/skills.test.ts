import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { technique } from '@/db/schema/taxonomies.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { EVERYTHING } from '@/db/where.ts';
import { TECHNIQUES } from '@/lib/taxonomy/editable-sets.ts';
import type { Observation } from '@/lib/taxonomy/fixed-sets.ts';
import { LEAP_CODES, LEAP_DONE } from '@/lib/taxonomy/leap.ts';
import {
  countEased,
  countEasedByLeap,
  countHandled,
  countHandledByTeam,
  countHandledTogether,
  countObserved,
} from './skills.ts';

const opened = await testDatabase();
const { records } = opened;
const codeOf = (id: string) => TECHNIQUES.find((each) => each.id === id)?.code ?? 0;
const [PARAPHRASING, PATIENCE, PROBING, OPTIONS] = [
  'paraphrasing',
  'patience',
  'root_cause_probing',
  'offering_options',
].map(codeOf);
let [north, south] = [0, 0];
let [ann, ben, cat] = [0, 0, 0];

const leap = (observations: Record<string, Observation>) => ({
  techniques: observations,
  trigger: 'billing_error',
  state: 'angry' as const,
});

beforeAll(async () => {
  const people = [...(await makePeople(records, { North: ['Ann', 'Ben'], South: ['Cat'] })).values()];
  [north = 0, , south = 0] = people.map(({ team }) => team);
  [ann = 0, ben = 0, cat = 0] = people.map(({ agent }) => agent);
  const [byAnn, byBen, byCat] = people;
  await makeIncidents(records, [
    { at: '2024-03-01', ...byAnn, ...leap({ paraphrasing: 'effective' }), intensity: [4, 2] },
    {
      at: '2024-03-02',
      ...byAnn,
      ...leap({ paraphrasing: 'missed', patience: 'partial' }),
      intensity: [3, 3],
    },
    {
      at: '2024-03-03',
      ...byBen,
      ...leap({ paraphrasing: 'missed' }),
      rated: { paraphrasing: 'effective' },
      intensity: [2, 1],
    },
    {
      at: '2024-03-04',
      ...byCat,
      ...leap({
        paraphrasing: 'effective',
        patience: 'effective',
        root_cause_probing: 'effective',
        offering_options: 'effective',
      }),
      intensity: [5, 2],
    },
    {
      at: '2024-03-05',
      ...byCat,
      ...leap({
        patience: 'effective',
        paraphrasing: 'effective',
        root_cause_probing: 'effective',
        offering_options: 'effective',
      }),
      intensity: [5, 5],
    },
    {
      at: '2024-03-06',
      ...byCat,
      ...leap({
        paraphrasing: 'effective',
        patience: 'missed',
        root_cause_probing: 'effective',
        offering_options: 'partial',
      }),
      intensity: [4, 4],
    },
    { at: '2024-03-07', ...byCat, trigger: 'billing_error', intensity: [5, 1] },
  ]);
});

describe('opportunities and those handled effectively', () => {
  test('of paraphrasing Ann has 1 of 2, Ben 1 of 1 by the reviewer’s word, Cat 3 of 3', async () => {
    const rows = await ask(records, '', (snapshot, asked) => countHandled(snapshot, EVERYBODY, asked));
    const of = rows.filter((row) => row.technique === PARAPHRASING);
    expect(of.map((row) => [row.team, row.agent, row.effective, row.opportunities])).toEqual([
      [north, ann, 1, 2],
      [north, ben, 1, 1],
      [south, cat, 3, 3],
    ]);
  });

  test('by team that is 2 of 3 in North and 3 of 3 in South; of patience 0 of 1 and 2 of 3', async () => {
    const rows = await ask(records, '', (snapshot, asked) => countHandledByTeam(snapshot, EVERYBODY, asked));
    const found = rows.map((row) => [row.team, row.technique, row.effective, row.opportunities]);
    expect(found.filter(([team]) => team === north)).toEqual([
      [north, PARAPHRASING, 2, 3],
      [north, PATIENCE, 0, 1],
    ]);
    expect(found.filter(([team]) => team === south)).toEqual([
      [south, PARAPHRASING, 3, 3],
      [south, PATIENCE, 2, 3],
      [south, PROBING, 3, 3],
      [south, OPTIONS, 2, 3],
    ]);
  });

  test('a filter that observations do not carry goes by their incidents: all 6 cells have no path', async () => {
    const cells = (query: string) =>
      ask(records, query, (snapshot, asked) => countHandledByTeam(snapshot, EVERYBODY, asked));
    expect(await cells('path=unknown')).toHaveLength(6);
    expect(await cells('path.not=unknown')).toEqual([]);
    expect(await cells('technique=offering_options~partial')).toHaveLength(4);
  });

  test('Listen and Empathise together: Ann 1 of 3 in 2 incidents, Cat 5 of 6 in 3', async () => {
    const codes = [...(LEAP_CODES[0] ?? []), ...(LEAP_CODES[1] ?? [])];
    const rows = await ask(records, '', (snapshot, asked) =>
      countHandledTogether(snapshot, EVERYBODY, asked, [codes]),
    );
    expect(rows.map((row) => [row.agent, row.effective, row.opportunities, row.incidents])).toEqual([
      [ann, 1, 3, 2],
      [ben, 1, 1, 1],
      [cat, 5, 6, 3],
    ]);
  });

  test('groups that share a technique count it in each: the first step alone is as it is beside the others', async () => {
    const [listen = []] = LEAP_CODES;
    const together = (groups: readonly (readonly number[])[]) =>
      ask(records, '', (snapshot, asked) => countHandledTogether(snapshot, EVERYBODY, asked, groups));
    const beside = await together([...LEAP_CODES, listen, []]);
    const alone = await together([listen]);
    const of = (wanted: number) =>
      beside.filter(({ group }) => group === wanted).map((row) => ({ ...row, group: 0 }));
    expect(alone.length).toBeGreaterThan(0);
    expect([of(0), of(LEAP_CODES.length), of(LEAP_CODES.length + 1)]).toEqual([alone, alone, []]);
  });

  test('North has 3 incidents with an observation, South 3 of its 4', async () => {
    const rows = await ask(records, '', (snapshot, asked) => countObserved(snapshot, EVERYBODY, asked));
    expect(rows).toEqual([
      { team: north, incidents: 3 },
      { team: south, incidents: 3 },
    ]);
  });

  test('a merged technique counts once an incident, under its target, by the worst of both: Cat 2 of 3', async () => {
    await records
      .update(technique)
      .set({ mergedInto: PARAPHRASING ?? 0 })
      .where(eq(technique.code, PATIENCE ?? 0));
    const rows = await ask(records, '', (snapshot, asked) => countHandledByTeam(snapshot, EVERYBODY, asked));
    await records
      .update(technique)
      .set({ mergedInto: null })
      .where(eq(technique.code, PATIENCE ?? 0));
    const of = rows.filter((row) => row.technique === PARAPHRASING);
    expect(of.map((row) => [row.effective, row.opportunities])).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(rows.some((row) => row.technique === PATIENCE)).toBe(false);
  });

  test('to an agent only the own are there: Ann’s 1 of 2', async () => {
    const viewer = { actor: 'test', roles: ['agent'], teams: [], agents: [ann] } as const;
    const rows = await ask(records, '', (snapshot, asked) => countHandled(snapshot, viewer, asked));
    expect(rows.map((row) => [row.agent, row.technique, row.effective, row.opportunities])).toEqual([
      [ann, PARAPHRASING, 1, 2],
      [ann, PATIENCE, 0, 1],
    ]);
  });
});

describe('de-escalation with a technique handled effectively and without', () => {
  test('with paraphrasing 2 of 4 calmer, without 0 of 1; the one that began calm does not count', async () => {
    const rows = await ask(records, '', (snapshot, asked) => countEased(snapshot, EVERYBODY, asked));
    const of = rows.filter((row) => row.technique === PARAPHRASING);
    expect(of.map((row) => [row.effective, row.eased, row.incidents])).toEqual([
      [0, 0, 1],
      [1, 2, 4],
    ]);
  });

  test('LEAP: in order 1 of 1 calmer, in full in another order 0 of 1, not in full 0 of 1', async () => {
    await onBothEngines(opened, async (...both) => {
      for (const snapshot of both) {
        const rows = await countEasedByLeap(snapshot, EVERYBODY, EVERYTHING);
        expect(rows.map((row) => [LEAP_DONE[row.done], row.eased, row.incidents])).toEqual([
          ['ordered', 1, 1],
          ['unordered', 0, 1],
          ['part', 0, 1],
        ]);
      }
    });
  });
});
