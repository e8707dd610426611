import type { Reading } from '@/db/reports/reading.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';

/** So many answers of one kind are kept; the one that was asked for least recently goes first. */
const KEPT = 40;

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
): (reading: Reading) => Promise<Answer> {
  return async (reading) => {
    const key = await keyOf(reading, decided);
    if (key === null) return ask(reading);
    const kept = keptOf<Answer>(reading.record, name);
    const known = kept.get(key) ?? ask(reading);
    kept.delete(key);
    kept.set(key, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    known.catch(() => kept.delete(key));
    return known;
  };
}

/** Lets go of all that is kept of a record: for measuring how long it takes to find it. */
export function forgetKept(record: Reading['record']): void {
  keptByRecord.delete(record);
}

function keptOf<Answer>(record: Reading['record'], name: string): Map<string, Promise<Answer>> {
  const ofRecord = keptByRecord.get(record) ?? new Map<string, Map<string, Promise<unknown>>>();
  keptByRecord.set(record, ofRecord);
  const known = (ofRecord.get(name) ?? new Map()) as Map<string, Promise<Answer>>;
  ofRecord.set(name, known);
  return known;
}

/** The web program loads this file several times over. */
const KEPT_ANSWERS = Symbol.for('lookback.kept-answers');
const shared = globalThis as {
  [KEPT_ANSWERS]?: WeakMap<object, Map<string, Map<string, Promise<unknown>>>>;
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
  const { current, comparison, coverage } = windows;
  const asked = { query: toSearchParams(filters), windows: [current, comparison, coverage], bucket };
  return JSON.stringify([source.version, own, asked, await decided(reading)]);
}
