import type { OpenRecords } from '@/db/records.ts';
import { removeAbandonedFolders } from './copy-folder.ts';
import type { CopyReader } from './copy-reader.ts';
import { follow } from './follow.ts';
import { keepGivingBack } from './give-back.ts';
import { keepWorkersAwake } from './wake-workers.ts';

/** A reader of the copy with what its version is equal to. */
export interface OpenCopy {
  reader: CopyReader;
  /** Milliseconds since 1970, by the clock of the record. */
  asOf: number;
  /** The transactions of the record that it contains, as `pg_current_snapshot()` says it. */
  contains: string;
  /** The last look for changes has failed: what is newer is not in it. */
  refreshFails: boolean;
}

/** The facts of this process beside its record. */
export interface Facts {
  /** A reader of the newest version; null while there is none, or none yet with what this process has changed. */
  open(): Promise<OpenCopy | null>;
  /** Looks for changes now. Resolves after a look that began after the call; never rejects. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 500;

/**
 * Begins to copy the facts of a record and to follow its changes, until closed. Snapshots of that record are read
 * from the copy as soon as there is one.
 * @param onError hears why the copy could not be brought up to date; the last one stays and the next look tries again
 */
export function startFacts(
  { records, sql, appUrl }: Pick<OpenRecords, 'records' | 'sql' | 'appUrl'>,
  onError: (error: unknown) => void,
  lookEveryMs: number = LOOK_EVERY_MS,
): Facts {
  tidyUp(onError);
  const following = follow({ sql, appUrl }, onError, lookEveryMs);
  const rest = keepWorkersAwake();
  const keep = keepGivingBack(onError);
  const close = async () => {
    detach();
    rest();
    await Promise.all([following.close(), keep()]);
  };
  const facts = { ...following, close };
  const detach = attachFacts(records, facts);
  return facts;
}

/** What a process that was killed has left would fill the disk in the end. */
function tidyUp(onError: (error: unknown) => void): void {
  try {
    removeAbandonedFolders();
  } catch (error) {
    onError(error);
  }
}

/** Snapshots of a record are read from these facts from now on, until the function that comes back is called. */
export function attachFacts(records: OpenRecords['records'], facts: Facts): () => void {
  copies().set(records, facts);
  return () => copies().delete(records);
}

/** The facts beside a record; undefined where it is asked itself. */
export function factsOf(records: OpenRecords['records']): Facts | undefined {
  return copies().get(records);
}

/** To be called when a command of this process has changed incidents: readers from now on see it. */
export function noteChange(records: OpenRecords['records']): void {
  void factsOf(records)?.refresh();
}

function copies(): WeakMap<OpenRecords['records'], Facts> {
  shared[FACTS] ??= new WeakMap();
  return shared[FACTS];
}

/** The web program loads this file several times over. */
const FACTS = Symbol.for('lookback.facts');
const shared = globalThis as { [FACTS]?: WeakMap<OpenRecords['records'], Facts> };
