import type { TransactionSql } from 'postgres';
import { connectOnce } from '@/db/connect.ts';
import type { Changed } from './copy.ts';
import type { FactLines } from './fill.ts';
import { type FactTable, VOLUME_TABLE } from './tables.ts';

/** Everything, by COPY: each table by a connection of its own that sees what the transaction sees. */
export async function allLines(
  tx: TransactionSql,
  url: string,
  ending: AbortSignal | null,
): Promise<FactLines> {
  const [row] = await tx.unsafe('select pg_export_snapshot() as snapshot');
  const snapshot = String(row?.snapshot);
  return ({ select }) => copyOut(url, snapshot, select, ending);
}

/** The facts of what was changed. */
export function changedLines(tx: TransactionSql, { numbers, volumes }: Changed): FactLines {
  return async function* (table) {
    if (table === VOLUME_TABLE && !volumes) return;
    const rows = await tx.unsafe(`${table.selectLines}${only(table, numbers)}`);
    if (rows.length > 0) yield rows.map(({ line }) => `${line}\n`).join('');
  };
}

function only(table: FactTable, numbers: readonly number[]): string {
  return table === VOLUME_TABLE ? '' : ` where number = any('{${numbers.join(',')}}'::integer[])`;
}

/** A million incidents are joined with what is theirs in one go, and not in pieces by way of the disk. */
const WITH_MEMORY = `select set_config('work_mem', '64MB', true)
  where pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')`;

// One connection is good for one COPY: a second one would wait for ever.
async function* copyOut(
  url: string,
  snapshot: string,
  select: string,
  ending: AbortSignal | null,
): AsyncGenerator<Buffer> {
  const sql = connectOnce(url, 'lookback facts');
  try {
    await sql.unsafe('begin isolation level repeatable read read only');
    await sql.unsafe(`set transaction snapshot '${snapshot}'`);
    await sql.unsafe(WITH_MEMORY);
    const stream = await sql.unsafe(`copy (${select}) to stdout (null '')`).readable();
    for await (const lines of wholeLines(stream)) {
      ending?.throwIfAborted();
      yield lines;
    }
  } finally {
    await sql.end({ timeout: 0 });
  }
}

const PIECE_BYTES = 4_000_000;
const NEWLINE = 10;

/** Cuts a stream into pieces of about so many bytes, each of whole lines. */
export async function* wholeLines(stream: AsyncIterable<Buffer>, most = PIECE_BYTES): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(part);
    bytes += part.length;
    if (bytes < most) continue;
    const whole = Buffer.concat(parts);
    const end = whole.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield whole.subarray(0, end);
    parts = [whole.subarray(end)];
    bytes = whole.length - end;
  }
  if (bytes > 0) yield Buffer.concat(parts);
}
