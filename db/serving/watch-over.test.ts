import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { startFacts } from '@/db/facts/facts.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { type Work, watchOver } from './watch-over.ts';

const opened = await testDatabase();
const { records } = opened;
const bare = await testDatabase();

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, [{ at: '2024-03-04', trigger: 'billing_error' }]);
});

/** A work that says which versions it was made of, one after the other. */
function recorded(restMs: number, fails = 0) {
  const versions: number[] = [];
  const waiting: (() => void)[] = [];
  let left = fails;
  const work: Work = {
    restMs,
    make: async ({ snapshot }) => {
      if (left-- > 0) throw new Error('the disk is full');
      versions.push(snapshot.source.kind === 'copy' ? snapshot.source.version : 0);
      for (const go of waiting.splice(0)) go();
    },
  };
  const reach = async (count: number) => {
    while (versions.length < count) await new Promise<void>((go) => waiting.push(go));
    return versions;
  };
  return { work, versions, reach };
}

test('each version of the facts is worked on once; what rests is left out, and a failure is told and made good', async () => {
  const facts = startFacts(opened, () => {}, 2 ** 30);
  const errors: unknown[] = [];
  const [steady, resting, failing] = [recorded(0), recorded(3_600_000), recorded(0, 1)];
  await facts.refresh();
  const end = watchOver(records, (error) => errors.push(error), 1, [steady.work, resting.work, failing.work]);
  try {
    await failing.reach(1);
    expect(errors).toEqual([new Error('the disk is full')]);
    const [first = 0] = steady.versions;
    await makeIncidents(records, [{ at: '2024-03-05', trigger: 'billing_error' }]);
    await records.execute(sql`insert into fact_change (incident_id, changed_at)
      select incident_id, now() from incident where occurred_on = '2024-03-05'`);
    await facts.refresh();
    const [, second = 0] = await failing.reach(2);
    expect(second).toBeGreaterThan(first);
    expect(steady.versions).toEqual([first, second]);
    expect(resting.versions).toEqual([first]);
  } finally {
    end();
    await facts.close();
  }
});

test('before somebody has set up the workspace there is nothing to work on, and nothing fails', async () => {
  const errors: unknown[] = [];
  const { work, versions, reach } = recorded(0);
  const facts = startFacts(bare, (error) => errors.push(error), 2 ** 30);
  await facts.refresh();
  const end = watchOver(bare.records, (error) => errors.push(error), 1, [work]);
  try {
    for (let looks = 0; looks < 20; looks++) await bare.records.execute(sql`select 1`);
    expect(versions).toEqual([]);
    await makeWorkspace(bare.records);
    await reach(1);
    expect(errors).toEqual([]);
  } finally {
    end();
    await facts.close();
  }
});

test('after its end nothing is worked on', async () => {
  const { work, versions } = recorded(0);
  const end = watchOver(records, () => {}, 1, [work]);
  end();
  const facts = startFacts(opened, () => {}, 2 ** 30);
  await facts.refresh();
  await facts.close();
  expect(versions).toEqual([]);
});
