import { type FactLines, makeCopy } from '@/db/facts/copy.ts';
import { attachFacts, type Facts } from '@/db/facts/facts.ts';
import { linesOf, readOneVersion, readState } from '@/db/facts/read-record.ts';
import { VOLUME_TABLE } from '@/db/facts/tables.ts';
import type { OpenRecords } from '@/db/records.ts';

/**
 * Facts of a record that has every incident so many times, in the order of the record: sizes that would take hours to
 * write are there in minutes. Snapshots of the record are read from them until they are closed.
 */
export async function startDirectFacts(
  { records, sql }: Pick<OpenRecords, 'records' | 'sql'>,
  times: number,
): Promise<Facts> {
  const { copy, state } = await readOneVersion(sql, async (tx) => ({
    state: await readState(tx, null),
    copy: await makeCopy(1, repeat(linesOf(tx), times)),
  }));
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

const LINES_AT_ONCE = 20_000;

/**
 * A line begins with the number of its incident: those of its likenesses lie between it and the next one. What belongs to
 * no incident stays as it is.
 */
export function repeat(lines: FactLines, times: number): FactLines {
  return async function* (table) {
    if (table === VOLUME_TABLE) return yield* lines(table);
    let made: string[] = [];
    for await (const piece of lines(table)) {
      for (const line of piece) {
        const end = line.indexOf(',');
        const first = Number(line.slice(0, end)) * times;
        const rest = line.slice(end);
        for (let place = 0; place < times; place++) made.push(`${first + place}${rest}`);
        if (made.length < LINES_AT_ONCE) continue;
        yield made;
        made = [];
      }
    }
    if (made.length > 0) yield made;
  };
}
