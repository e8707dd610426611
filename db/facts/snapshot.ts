import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { FigureSource } from '@/lib/filters/frame-model.ts';
import { type Columns, toColumns } from './columns.ts';
import { factsOf, type OpenCopy } from './facts.ts';

/** A database or a transaction in it: what questions about single records are asked of. */
export type Records = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** What questions about facts are asked of: the part of the builder that both engines answer alike. */
export type FactReader = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'select' | 'selectDistinct' | 'with' | '$with'
>;

/** An engine that is asked in SQL and gives rows as values in order. */
type AskInSql = (statement: string, parameters: unknown[]) => Promise<unknown[][]>;

/** A question made by a reader of facts and not asked yet. */
type Question = PromiseLike<readonly Record<string, unknown>[]> & {
  toSQL(): { sql: string; params: unknown[] };
};

/** The same that gives whole columns. */
type AskInColumns = (statement: string, parameters: unknown[]) => Promise<Columns>;

const askedInColumns = new WeakMap<FactReader, AskInColumns>();

/**
 * The questions of the builder, asked of an engine that is not PostgreSQL.
 * @param askInColumns for questions of thousands of rows; made of rows unless given
 */
export function factReader(
  ask: AskInSql,
  askInColumns: AskInColumns = async (...question) => toColumns(await ask(...question)),
): FactReader {
  const facts = drizzle(async (statement, parameters) => ({ rows: await ask(statement, parameters) }));
  askedInColumns.set(facts, askInColumns);
  return facts;
}

/** Whether this is asked of a copy, which holds more of an incident than the record has. */
export function isCopy(facts: FactReader): boolean {
  return askedInColumns.has(facts);
}

/**
 * The answer to a question about facts by its columns, not decoded yet, of which each is made when it is looked at: to make
 * objects of thousands of rows takes longer than to find them.
 */
export async function listColumns(facts: FactReader, question: Question): Promise<Columns> {
  const ask = askedInColumns.get(facts);
  if (!ask) return toColumns((await question).map((row) => Object.values(row)));
  const { sql: statement, params } = question.toSQL();
  return ask(statement, params);
}

/**
 * One consistent reading of the facts. Every question of a page, its comparison and the list behind it are asked of
 * the same snapshot, so that a card, its chart and its rows cannot disagree.
 */
export interface Snapshot {
  facts: FactReader;
  /** Milliseconds since 1970: the moment that everything read here belongs to. */
  asOf: number;
  source: FigureSource;
  /** The transactions of the record that the copy contains; null where the record itself is read. */
  contains: string | null;
  close(): Promise<void>;
}

/**
 * Opens a snapshot of the copy that this process has of the facts; of the record itself where there is no copy, not
 * yet one, or none yet with what this process has just changed. It holds a connection until it is closed.
 * Throws what the database throws when it is away.
 */
export async function openSnapshot(records: PostgresJsDatabase<Record<string, never>>): Promise<Snapshot> {
  const facts = factsOf(records);
  const copy = await facts?.open();
  return copy ? toSnapshot(copy) : openRecordSnapshot(records, facts !== undefined);
}

function toSnapshot({ reader, asOf, contains, refreshFails }: OpenCopy): Snapshot {
  const facts = factReader(reader.ask, reader.askInColumns);
  const source = { kind: 'copy', version: reader.version, refreshFails } as const;
  return { facts, asOf, source, contains, close: reader.close };
}

/** One read-only transaction that sees a single version of the record. */
function openRecordSnapshot(
  records: PostgresJsDatabase<Record<string, never>>,
  awaitsCopy: boolean,
): Promise<Snapshot> {
  const source = { kind: 'record', awaitsCopy } as const;
  return new Promise((resolve, reject) => {
    let finish = () => {};
    const finished = new Promise<void>((done) => {
      finish = done;
    });
    const transaction = records.transaction(
      async (facts) => {
        const [row] = await facts.select({ asOf: moment, memory, ...order }).from(sql`(select 1) as one`);
        const close = () => {
          finish();
          return transaction;
        };
        resolve({ facts, asOf: row?.asOf ?? Number.NaN, source, contains: null, close });
        await finished;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    transaction.catch(reject);
  });
}

const moment = sql<number>`floor(extract(epoch from now()) * 1000)`.mapWith(Number);

/**
 * The numbers of a few million records, such as of those that a filter leaves out, are kept hashed and not read from the
 * beginning for each incident, which would take hours. Who runs the database may have given it more.
 */
const memory = sql`set_config('work_mem',
  greatest(pg_size_bytes(current_setting('work_mem')), pg_size_bytes('64MB')) / 1024 || 'kB', true)`;

/**
 * Records of a narrow filter are found from its incidents, however many tables their views join. By default no more than
 * eight are put in another order than they are written in: then all records would be read, and each be looked for among
 * the incidents.
 */
const order = {
  joins: sql`set_config('join_collapse_limit', '24', true)`,
  subqueries: sql`set_config('from_collapse_limit', '24', true)`,
};
