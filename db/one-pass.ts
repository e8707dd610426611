import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { connectBeside } from './connect.ts';
import { wholeLines } from './facts/read-lines.ts';

/** A row as its cells in the order of the columns, each as PostgreSQL writes it; null is not known. */
export type Cells = readonly (string | null)[];

interface Patience {
  /** How long whoever reads may take for one piece, in milliseconds. */
  idleMs: number;
  /** How long all of it may take. */
  mostMs: number;
}

const PATIENCE: Patience = { idleMs: 5 * 60_000, mostMs: 2 * 3_600_000 };
const PIECE_BYTES = 100_000;

/**
 * The rows of one statement in pieces of some hundreds, all as they were at the moment when the first was asked for, as
 * fast as they are taken and no faster. Nothing is asked before the first piece is; a connection of its own lasts from
 * then to the end. Who stops reading loses it after a while, and finds an error in place of the rest.
 */
export async function* readInOnePass(
  records: PostgresJsDatabase<Record<string, never>>,
  select: () => SQL,
  patience: Partial<Patience> = {},
): AsyncGenerator<Cells[]> {
  const leave = await takeTurn();
  const line = connectBeside(clientOf(records));
  const watch = watchOver(line, { ...PATIENCE, ...patience });
  try {
    await line.unsafe(`begin read only; ${PLANNED}`);
    const stream = await line.unsafe(toCopy(select())).readable();
    for await (const lines of wholeLines(stream, PIECE_BYTES)) {
      watch.begin();
      yield toRows(lines.toString('utf8'));
      watch.end();
    }
  } finally {
    await watch.close();
    leave();
  }
}

/** How many connections may be taken up by this at once, beside those for questions and changes. */
const MOST_AT_ONCE = 5;
const waiting: (() => void)[] = [];
let open = 0;

async function takeTurn(): Promise<() => void> {
  if (open >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else open += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else open -= 1;
  };
}

function clientOf(records: PostgresJsDatabase<Record<string, never>>): Sql {
  if (!('$client' in records)) throw new Error('a transaction cannot be read beside itself');
  return records.$client as Sql;
}

/**
 * Small tables beside the rows are kept at hand, large ones looked up, and nothing is sorted or shared out: the first
 * row is there at once.
 */
const PLANNED = [
  // The values stand within the statement, where a backslash is nothing but a backslash.
  'standard_conforming_strings = on',
  "work_mem = '32MB'",
  'enable_sort = off',
  'enable_memoize = off',
  'max_parallel_workers_per_gather = 0',
  'jit = off',
]
  .map((setting) => `set local ${setting};`)
  .join(' ');

function toCopy(query: SQL): string {
  return new PgDialect().sqlToQuery(sql`copy (${query}) to stdout`.inlineParams()).sql;
}

/** The lines of COPY in its text format. */
function toRows(lines: string): Cells[] {
  const rows = lines.split('\n');
  // The last line ends in a line break, too.
  rows.pop();
  return rows.map((row) => row.split('\t').map(toCell));
}

function toCell(text: string): string | null {
  if (!text.includes('\\')) return text;
  return text === '\\N' ? null : text.replace(/\\(.)/g, (_, sign: string) => ESCAPED[sign] ?? sign);
}

const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Ends a connection when whoever reads takes too long for a piece, or for all of it. */
function watchOver(line: Sql, { idleMs, mostMs }: Patience) {
  const until = performance.now() + mostMs;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    begin() {
      const giveUp = () => {
        isOver = true;
        void line.end({ timeout: 0 });
      };
      timer = setTimeout(giveUp, Math.max(0, Math.min(idleMs, until - performance.now())));
    },
    end() {
      clearTimeout(timer);
      if (isOver) throw new Error(TOO_SLOW);
    },
    async close() {
      clearTimeout(timer);
      await line.end({ timeout: 0 });
    },
  };
}

const TOO_SLOW =
  'The file was taken too slowly, so its reading was ended and the rest of it is missing. Take it again.';
