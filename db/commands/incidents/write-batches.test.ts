import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { beforeEach, expect, it } from 'vitest';
import type { Records } from '@/db/facts/snapshot.ts';
import { Fault, failingRecords } from '@/db/testing/failing-records.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { hashContent } from '@/lib/intake/content-hash.ts';
import { type DraftInput, incidentDraft } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import type { ReadyIncident } from './incident-write.ts';
import { writeBatches } from './write-batches.ts';
import { writeIncidents } from './write-incidents.ts';

const { records, sql: client } = await testDatabase();
const TABLES = [
  'incident',
  'incident_text',
  'escalation_step',
  'incident_cue',
  'technique_observation',
  'follow_up',
  'customer',
  'customer_identity',
  'product',
  'escalation_path',
  'fact_change',
];
beforeEach(async () => {
  await client`delete from incident`;
  await client`delete from fact_change`;
  await client`delete from customer`;
  await client`delete from product where code > 0`;
  await client`delete from escalation_path where code > 0`;
});

const WRITING = { timeZone: 'Europe/Berlin', importRunId: null, now: new Date('2024-03-01T10:00:00Z') };

/** Seven incidents, two a day; a customer returns on each day, and each day has a product and a path of its own. */
const SEVEN = Array.from({ length: 7 }, (_, index) => {
  const day = Math.floor(index / 2) + 1;
  const at = Date.parse(`2024-01-0${day}T0${8 + (index % 2)}:00:00Z`);
  return ready(`case ${index}`, {
    occurred: { at, precision: 'minute', basis: 'occurred' },
    trigger: 'billing_error',
    customer: index % 2 === 0 ? 'Ms K' : `customer ${index}`,
    product: `product ${day}`,
    narrative: `What happened on day ${day}.`,
    cues: ['anger'],
    steps: Array.from({ length: day }, (__, step) => ({
      level: step % 2 === 0 ? 'frontline' : 'technical',
      moment: { at: at + step * 60_000, precision: 'minute' as const },
    })),
    techniques: [{ technique: 'patience', observation: 'partial' }],
    followUps: [{ promise: 'A call', dueOn: '2024-02-01' }],
  });
});

function ready(externalId: string, said: Partial<DraftInput> & Pick<DraftInput, 'occurred'>): ReadyIncident {
  const draft = incidentDraft.parse({
    source: { id: 'desk', label: 'Desk' },
    externalId,
    kind: 'incident',
    ...said,
  });
  return {
    incidentId: toIncidentId('desk', externalId),
    draft,
    rows: [],
    contentHash: hashContent(draft, []),
  };
}

async function* batchesOf(size: number) {
  for (let from = 0; from < SEVEN.length; from += size) yield { ready: SEVEN.slice(from, from + size) };
}

async function* none(): AsyncGenerator<{ ready: ReadyIncident[] }, void> {}

const writeAll = (database: PostgresJsDatabase<Record<string, never>>, size: number) =>
  database.transaction((tx) => writeBatches(tx, batchesOf(size), WRITING, async () => {}));

/** Every row without what a further attempt counts on: numbers of incidents and of customers, and its transaction. */
async function everything(): Promise<Record<string, readonly unknown[]>> {
  const entries = await Promise.all(
    TABLES.map(async (table) => {
      const rows =
        await records.execute(sql`select (to_jsonb(t) - 'number' - 'customer_id' - 'changed_in')::text as row
        from ${sql.identifier(table)} as t order by 1`);
      return [table, [...new Set(rows.map(({ row }) => row))]] as const;
    }),
  );
  return Object.fromEntries(entries);
}

it('7 incidents in batches of 2, 3 or 10 are the same rows as written at once, days between repeats included', async () => {
  await records.transaction((tx) => writeIncidents(tx, SEVEN, WRITING));
  const atOnce = await everything();
  const days = await client`select days_since_previous as days from incident order by number`;
  expect(days.map((row) => row.days)).toEqual([null, null, 1, null, 1, null, 1]);
  for (const size of [2, 3, 10]) {
    await client`delete from incident`;
    await client`delete from fact_change`;
    await client`delete from customer`;
    await writeAll(records, size);
    expect(await everything(), `batches of ${size}`).toEqual(atOnce);
  }
});

it('each batch is told of when it is in, before the next one is', async () => {
  const counts: number[] = [];
  await records.transaction((tx) =>
    writeBatches(tx, batchesOf(3), WRITING, async () => {
      const [row] = await tx.execute(sql`select count(*)::integer as count from incident`);
      counts.push(Number(row?.count));
    }),
  );
  expect(counts).toEqual([3, 6, 7]);
});

it('no batches write nothing', async () => {
  await records.transaction((tx) => writeBatches(tx, none(), WRITING, async () => {}));
  expect((await everything()).incident).toEqual([]);
});

it('a batch that cannot be made while one is written leaves nothing, and is told when no statement is under way', async () => {
  async function* failing() {
    yield { ready: SEVEN.slice(0, 2) };
    yield { ready: SEVEN.slice(2, 4) };
    throw new Error('no third batch');
  }
  const before = await everything();
  const underWay: number[] = [];
  const write = records.transaction(async (tx) => {
    const { counting, count } = countUnderWay(tx);
    const failed = writeBatches(counting, failing(), WRITING, async () => {});
    await failed.finally(() => underWay.push(count()));
  });
  await expect(write).rejects.toThrow('no third batch');
  expect(underWay).toEqual([0]);
  expect(await everything()).toEqual(before);
});

function countUnderWay(tx: Records) {
  let underWay = 0;
  const execute = async (...args: Parameters<Records['execute']>) => {
    underWay += 1;
    return tx.execute(...args).finally(() => {
      underWay -= 1;
    });
  };
  const counting = new Proxy(tx, {
    get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name)),
  });
  return { counting, count: () => underWay };
}

it('a failure at any of its statements leaves nothing of any batch', async () => {
  const before = await everything();
  for (let failsAt = 1; ; failsAt++) {
    const failing = failingRecords(client, failsAt);
    const failure = await writeAll(failing.records, 4).then(
      () => null,
      (error: unknown) => error,
    );
    if (failing.asked() < failsAt) {
      expect(failsAt).toBeGreaterThan(40);
      break;
    }
    expect(failure, `statement ${failsAt}`).toBeInstanceOf(Fault);
    expect(await everything(), `statement ${failsAt}`).toEqual(before);
  }
  expect((await everything()).incident).toHaveLength(7);
});
