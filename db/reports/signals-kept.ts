import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type AskedSignals, askSignals, WATCHED } from '@/db/reports/signals.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';

/** So many watch-lists of one version of the facts are kept; the one that was asked for least recently goes first. */
const KEPT = 40;

/**
 * The watch-list of a reading, judged once for all who look at the same incidents of the same version of the facts under
 * the same rules. Where figures are read from the record itself there is no version, and it is judged each time.
 */
export async function signalsOf(reading: Reading): Promise<AskedSignals> {
  const key = await keyOf(reading);
  if (key === null) return askSignals(reading);
  const kept = keptOf(reading.record);
  const known = kept.get(key) ?? askSignals(reading);
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  known.catch(() => kept.delete(key));
  return known;
}

function keptOf(record: Reading['record']): Map<string, Promise<AskedSignals>> {
  const known = keptByRecord.get(record) ?? new Map<string, Promise<AskedSignals>>();
  keptByRecord.set(record, known);
  return known;
}

/** The web program loads this file several times over. */
const KEPT_SIGNALS = Symbol.for('lookback.signals');
const shared = globalThis as { [KEPT_SIGNALS]?: WeakMap<object, Map<string, Promise<AskedSignals>>> };
shared[KEPT_SIGNALS] ??= new WeakMap();
const keptByRecord = shared[KEPT_SIGNALS];

async function keyOf(reading: Reading): Promise<string | null> {
  const { snapshot, viewer, filters, windows, bucket, workspace, vocabularies } = reading;
  const { source } = snapshot;
  if (source.kind !== 'copy') return null;
  const decided = await judgingOf(reading);
  const judging = MEASURE_IDS.map((id) => decided(id).judging);
  const own = { teams: viewer.teams, agents: viewer.agents ?? [], scope: seriesScope(filters, viewer) };
  const asked = { query: toSearchParams(filters), windows: [windows.current, windows.coverage], bucket };
  const names = WATCHED.map((dimension) => vocabularies[dimension].map(({ id, label }) => [id, label]));
  return JSON.stringify([source.version, own, asked, judging, workspace.currency, names]);
}
