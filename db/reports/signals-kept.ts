import { judgingOf } from '@/db/reports/judging.ts';
import { keepByVersion } from '@/db/reports/keep-by-version.ts';
import { partRebasesOf } from '@/db/reports/part-rebases.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { askSignals } from '@/db/reports/signals.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';

/** The watch-list of a reading, judged once for all who look at the same incidents under the same rules. */
export const signalsOf = keepByVersion('signals', askSignals, judgedBy);

async function judgedBy(reading: Reading): Promise<unknown> {
  const { workspace, vocabularies } = reading;
  const [decided, rebased] = await Promise.all([judgingOf(reading), partRebasesOf(reading)]);
  const judging = MEASURE_IDS.map((id) => decided(id).judging);
  const names = WATCHED.map((dimension) => vocabularies[dimension].map(({ id, label }) => [id, label]));
  const parts = WATCHED.flatMap((dimension) =>
    vocabularies[dimension].flatMap(({ id }) =>
      MEASURE_IDS.flatMap((measure) => rebased({ dimension, id }, measure)),
    ),
  );
  return [judging, workspace.currency, names, parts];
}
