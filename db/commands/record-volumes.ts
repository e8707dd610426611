import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { findVolumeTerms } from '@/db/queries/volume-terms.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { Problem } from '@/lib/errors.ts';
import { foldRows } from '@/lib/intake/fold-rows.ts';
import { readVolume, type VolumeEntry, type VolumeTerms } from '@/lib/intake/read-volume.ts';
import { parseVolumeRow } from '@/lib/intake/volume-request.ts';
import { countStored, keyOf, type StoredVolume, storeVolumes } from './volumes/store-volumes.ts';
import { writeAudit } from './write-audit.ts';

/** What became of the rows of a request, each in its place. */
export interface RecordedVolumes {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rows: readonly (
    | { outcome: 'created' | 'updated' | 'unchanged' }
    | { outcome: 'rejected'; problems: readonly Problem[] }
  )[];
}

/**
 * Puts contact volumes into the record that a program sends. Rows that cannot be read are answered with what is wrong;
 * the others go in, all of them or none. The same rows again change nothing.
 * @throws Forbidden without the right
 */
export async function recordVolumes(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  rows: readonly unknown[],
  now: Date,
): Promise<RecordedVolumes> {
  demand(viewer, 'import', 'This account or key may not write contact volumes.');
  const answer = await records.transaction(async (tx) => {
    const terms = await findVolumeTerms(tx, now);
    const read = rows.map((row) => readRow(row, terms));
    const entries = soundEntries(read);
    const stored = await storeVolumes(tx, entries, now);
    const result = toAnswer(read, stored);
    const { rows: _, ...counts } = result;
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'volumes_recorded',
      subject: 'contact_volumes',
      detail: counts,
    });
    return result;
  });
  noteChange(records);
  return answer;
}

type ReadRow = VolumeEntry | Problem[];

function readRow(row: unknown, terms: VolumeTerms): ReadRow {
  const words = parseVolumeRow(row);
  return Array.isArray(words) ? words : readVolume(words, terms);
}

/** Each number once. Rows that disagree about one are turned into their problem. */
function soundEntries(read: ReadRow[]): VolumeEntry[] {
  const keyed = read.flatMap((entry, line) =>
    Array.isArray(entry) ? [] : [{ line, key: keyOf(entry), entry }],
  );
  const { kept, disputed } = foldRows<VolumeEntry, (typeof keyed)[number]>(keyed);
  for (const { row, lines } of disputed) {
    const message = `differs for this day, team and channel from row ${lines.join(', ')} of the request`;
    read[row.line] = [{ field: 'contacts', message }];
  }
  return kept.map(({ entry }) => entry);
}

function toAnswer(read: readonly ReadRow[], stored: readonly StoredVolume[]): RecordedVolumes {
  const before = new Map(stored.map((one) => [keyOf(one), one]));
  return {
    ...countStored(stored),
    rejected: read.filter(Array.isArray).length,
    rows: read.map((entry) => {
      if (Array.isArray(entry)) return { outcome: 'rejected', problems: entry };
      const known = before.get(keyOf(entry));
      if (known?.before === null) return { outcome: 'created' };
      return { outcome: known?.before === entry.contacts ? 'unchanged' : 'updated' };
    }),
  };
}
