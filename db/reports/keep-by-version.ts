import type { Reading } from '@/db/reports/reading.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';

/**
 * So many answers of one kind are kept, of the newest version alone; the one that was asked for least recently goes first.
 * A watch-list of a million incidents takes ten megabytes.
 */
const KEPT = 12;

/** An answer that is computed once of each version of the facts. */
export interface KeptAnswer<Answer> {
  (reading: Reading): Promise<Answer>;
  /** The same where it is there already; null where it would have to be computed or waited for. */
  ifThere(reading: Reading): Promise<Answer | null>;
}

/**
 * Makes an answer that takes long be computed once for all who look at the same incidents of the same version of the facts.
 * Where figures are read from the record itself there is no version, and it is computed each time.
 * @param name tells the answers of one kind from those of others
 * @param decided what else than facts and filters an answer depends on
 */
export function keepByVersion<Answer>(
  name: string,
  ask: (reading: Reading) => Promise<Answer>,
  decided: (reading: Reading) => Promise<unknown> = async () => null,
): KeptAnswer<Answer> {
  const find = async (reading: Reading) => {
    const key = await keyOf(reading, decided);
    const { source } = reading.snapshot;
    if (key === null || source.kind !== 'copy') return null;
    const kept = keptOf<Answer>(reading.record, name, source.version);
    return kept && { key, kept };
  };
  const answer = async (reading: Reading) => {
    const found = await find(reading);
    if (!found) return ask(reading);
    const { key, kept } = found;
    const known = kept.get(key) ?? keep(ask(reading));
    kept.delete(key);
    kept.set(key, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    known.promise.catch(() => kept.delete(key));
    return known.promise;
  };
  const ifThere = async (reading: Reading) => {
    const found = await find(reading);
    const known = found?.kept.get(found.key);
    return known?.isThere ? known.promise : null;
  };
  return Object.assign(answer, { ifThere });
}

/** Lets go of all that is kept of a record: for measuring how long it takes to find it. */
export function forgetKept(record: Reading['record']): void {
  keptByRecord.delete(record);
}

interface Known<Answer> {
  promise: Promise<Answer>;
  isThere: boolean;
}

function keep<Answer>(promise: Promise<Answer>): Known<Answer> {
  const known = { promise, isThere: false };
  promise.then(
    () => {
      known.isThere = true;
    },
    () => {},
  );
  return known;
}

/** What is kept of a version; null of an older one than the newest, whose answers nobody will ask for again. */
function keptOf<Answer>(
  record: Reading['record'],
  name: string,
  version: number,
): Map<string, Known<Answer>> | null {
  const ofRecord = keptByRecord.get(record) ?? new Map<string, OfVersion>();
  keptByRecord.set(record, ofRecord);
  const known = ofRecord.get(name);
  if (known && known.version > version) return null;
  const kept = known?.version === version ? known : { version, answers: new Map() };
  ofRecord.set(name, kept);
  return kept.answers as Map<string, Known<Answer>>;
}

interface OfVersion {
  version: number;
  answers: Map<string, Known<unknown>>;
}

/** The web program loads this file several times over. */
const KEPT_ANSWERS = Symbol.for('lookback.kept-answers');
const shared = globalThis as {
  [KEPT_ANSWERS]?: WeakMap<object, Map<string, OfVersion>>;
};
shared[KEPT_ANSWERS] ??= new WeakMap();
const keptByRecord = shared[KEPT_ANSWERS];

async function keyOf(
  reading: Reading,
  decided: (reading: Reading) => Promise<unknown>,
): Promise<string | null> {
  const { snapshot, viewer, filters, windows, bucket } = reading;
  const { source } = snapshot;
  if (source.kind !== 'copy') return null;
  const own = { teams: viewer.teams, agents: viewer.agents ?? [], scope: seriesScope(filters, viewer) };
  const { current, comparison, coverage, today } = windows;
  const asked = { query: toSearchParams(filters), windows: [current, comparison, coverage], today, bucket };
  return JSON.stringify([source.version, own, asked, await decided(reading)]);
}
