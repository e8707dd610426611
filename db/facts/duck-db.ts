import { availableParallelism } from 'node:os';
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { withValues } from './with-values.ts';

/** So many questions of one reader are answered at once. */
export const LANES = 2;

/** Where the tables are: of what is attached, unlike of what is there from the beginning, DuckDB compresses the columns. */
const DATABASE = 'facts';

/**
 * A database in the memory of this process that answers as PostgreSQL does: whole division, unknown values last, UTC.
 * It reads files of this folder only and nothing from a network. What exceeds 512 MB goes to the folder for a while.
 */
export async function openDuckDb(folder: string): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '512MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: folder,
  });
  const connection = await instance.connect();
  try {
    await connection.run(`attach ':memory:' as ${DATABASE} (compress)`);
    for (const setting of [
      "set global TimeZone = 'UTC'",
      `set global threads = ${threadsPerQuestion(availableParallelism())}`,
      'set global integer_division = true',
      // What is free is given back: otherwise a copy would hold on to several times the memory that it takes.
      'set global allocator_background_threads = true',
      "set global allocator_flush_threshold = '32MB'",
      "set global allocator_bulk_deallocation_flush_threshold = '32MB'",
      "set global default_null_order = 'nulls_last_on_asc_first_on_desc'",
      `set global allowed_directories = ['${folder.replaceAll("'", "''")}']`,
      'set global enable_external_access = false',
      'set global lock_configuration = true',
    ]) {
      await connection.run(setting);
    }
    connection.closeSync();
    return instance;
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
}

/**
 * How many threads add up one answer. Two questions of a page are answered at once, and each has its part of the cores: on all
 * of them at once they would stand in each other's way, and what each thread has added up is added up once more.
 */
export function threadsPerQuestion(cores: number): number {
  return Math.max(1, Math.floor(cores / LANES));
}

/** A connection that finds the tables by their names. */
export async function connectDuckDb(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  try {
    await connection.run(`use ${DATABASE}`);
    return connection;
  } catch (error) {
    connection.closeSync();
    throw error;
  }
}

/**
 * Compresses what was put in since it was done last, in a tenth of its memory; whoever reads goes on meanwhile. False
 * where a reader still needs what is to be compressed: it can be done once they have closed.
 */
export async function compressDuckDb(connection: DuckDBConnection): Promise<boolean> {
  try {
    await connection.run(`checkpoint ${DATABASE}`);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('Cannot CHECKPOINT')) return false;
    throw error;
  }
}

/** The rows of a question, each as its values in order, as the PostgreSQL client would give them. */
export async function askDuckDb(
  connection: DuckDBConnection,
  statement: string,
  parameters: readonly unknown[],
): Promise<unknown[][]> {
  const result = await runDuckDb(connection, statement, parameters);
  const rows = chunksOf(result).flatMap((chunk) => chunk.getRows());
  const days = new Map<number, string>();
  // The rows are made for this call: changed in place, they need not be made twice.
  for (const row of rows as unknown[][]) {
    row.forEach((value, place) => {
      if (typeof value === 'object' || typeof value === 'bigint') row[place] = fromDuckDb(value, days);
    });
  }
  return rows;
}

/** Asks a question whose rows or columns are still to be read. */
export function runDuckDb(
  connection: DuckDBConnection,
  statement: string,
  parameters: readonly unknown[],
): Promise<DuckDBMaterializedResult> {
  const { statement: written, parameters: left } = withValues(statement, parameters);
  const values = left.map(toDuckDb);
  return values.length > 0 ? connection.run(written, values, values.map(typeOf)) : connection.run(written);
}

/**
 * The rows of an answer by up to 2,048. They are in memory already: to have each fetched by another thread, and be told that
 * there is none after the last one, takes longer than most answers.
 */
export function chunksOf(result: DuckDBMaterializedResult): DuckDBDataChunk[] {
  return Array.from({ length: result.chunkCount }, (_, place) => result.getChunk(place));
}

function toDuckDb(parameter: unknown): DuckDBValue {
  if (isPlain(parameter)) return parameter;
  throw new Error(`a question about facts has a parameter that is ${typeof parameter}`);
}

function isPlain(parameter: unknown): parameter is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof parameter);
}

function typeOf(value: DuckDBValue): DuckDBType {
  if (typeof value === 'number') return DOUBLE;
  return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
}

/**
 * A value as the PostgreSQL client would give it.
 * @param days what is known already of days by their numbers: there are few of them in many rows
 */
export function fromDuckDb(value: unknown, days: Map<number, string>): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) {
    const text = days.get(value.days) ?? value.toString();
    days.set(value.days, text);
    return text;
  }
  return value instanceof DuckDBDecimalValue ? value.toDouble() : value;
}
