import { makeCopy } from '@/db/facts/copy.ts';
import { attachFacts, type Facts } from '@/db/facts/facts.ts';
import type { FactLines } from '@/db/facts/fill.ts';
import { allLines } from '@/db/facts/read-lines.ts';
import { readOneVersion, readState } from '@/db/facts/read-record.ts';
import { VOLUME_TABLE } from '@/db/facts/tables.ts';
import type { OpenRecords } from '@/db/records.ts';

/**
 * Facts of a record that has every incident so many times, in the order of the record: sizes that would take hours to
 * write are there in minutes. Snapshots of the record are read from them until they are closed.
 */
export async function startDirectFacts(
  { records, sql, appUrl }: Pick<OpenRecords, 'records' | 'sql' | 'appUrl'>,
  times: number,
): Promise<Facts> {
  const { copy, state } = await readOneVersion(sql, async (tx) => ({
    state: await readState(tx, null),
    copy: await makeCopy(1, repeat(await allLines(tx, appUrl, null), times)),
  }));
  await copy.compress();
  const facts: Facts = {
    open: async () => ({
      reader: await copy.open(),
      asOf: state.at,
      contains: state.snapshot,
      refreshFails: false,
    }),
    refresh: async () => {},
    close: async () => {
      detach();
      copy.retire();
    },
  };
  const detach = attachFacts(records, facts);
  return facts;
}

/**
 * A line begins with the number of its incident: those of its likenesses lie between it and the next one. What belongs to
 * no incident stays as it is.
 */
export function repeat(lines: FactLines, times: number): FactLines {
  return async function* (table) {
    if (table === VOLUME_TABLE) return yield* lines(table);
    for await (const piece of lines(table)) {
      const made = String(piece)
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => likenesses(line, times));
      for (let from = 0; from < made.length; from += LINES_AT_ONCE) {
        yield made.slice(from, from + LINES_AT_ONCE).join('');
      }
    }
  };
}

const LINES_AT_ONCE = 1000;

function likenesses(line: string, times: number): string {
  const end = line.indexOf('\t');
  const first = Number(line.slice(0, end)) * times;
  const rest = line.slice(end);
  return Array.from({ length: times }, (_, place) => `${first + place}${rest}\n`).join('');
}
