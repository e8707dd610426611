import { type Copy, makeCopy } from './copy.ts';
import { allLines, changedLines } from './read-lines.ts';
import {
  listChanged,
  MOST_MARKS,
  type RecordSource,
  type RecordState,
  readOneVersion,
  readState,
} from './read-record.ts';

/** A copy with the state of the record that it is equal to. */
export interface FreshCopy {
  copy: Copy;
  state: RecordState;
  /** Incidents put in anew since everything was read: what they were before still takes memory. */
  replaced: number;
}

const HOUR_MS = 3_600_000;

/**
 * Brings a copy up to the record as it is now: by the changes that it could not see, or anew where those are too many
 * or do not say enough. A transaction that began before the copy and ended after it is among the changes.
 * The copy that was there stays whole, whatever happens; the caller retires it when another one comes back.
 */
export async function refresh(source: RecordSource, last: FreshCopy | null): Promise<FreshCopy> {
  if (!last) return load(source, 1);
  const now = await readState(source.sql, last.state.snapshot);
  if (mustReload(last, now)) return load(source, last.copy.version + 1);
  if (now.marks === 0) return { ...last, state: now };
  return (await takeChanges(source, last)) ?? load(source, last.copy.version + 1);
}

function mustReload({ state, replaced, copy }: FreshCopy, now: RecordState): boolean {
  const mayLackMarks = now.at - state.at > HOUR_MS;
  const isWasteful = replaced > Math.max(MOST_MARKS, copy.incidents);
  return (
    now.isEarlier || mayLackMarks || isWasteful || now.settings !== state.settings || now.marks > MOST_MARKS
  );
}

function load({ sql, appUrl, ending }: RecordSource, version: number): Promise<FreshCopy> {
  return readOneVersion(sql, async (tx) => {
    const state = await readState(tx, null);
    return { copy: await makeCopy(version, await allLines(tx, appUrl, ending)), state, replaced: 0 };
  });
}

/** Marks and rows are read in one transaction. Null when the changes do not say enough. */
function takeChanges({ sql }: RecordSource, last: FreshCopy): Promise<FreshCopy | null> {
  return readOneVersion(sql, async (tx) => {
    const state = await readState(tx, last.state.snapshot);
    if (mustReload(last, state)) return null;
    const changed = await listChanged(tx, last.state.snapshot);
    if (!changed) return null;
    await last.copy.replace(changed, changedLines(tx, changed));
    return { ...last, state, replaced: last.replaced + changed.numbers.length };
  });
}
