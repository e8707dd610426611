import type { Redaction } from '@/db/queries/redaction.ts';
import type { sealedText } from '@/db/schema/incidents.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { deriveRow } from './derive-row.ts';
import type { ExistingIncident } from './find-existing.ts';
import { pathKey } from './find-terms.ts';
import { giveWay } from './give-way.ts';
import type { IncidentRow, IncidentWrite, ReadyIncident, Writing } from './incident-write.ts';
import { keepFields } from './keep-fields.ts';
import type { Known } from './look-up.ts';
import { redactWrite, toSealedRows } from './redact-write.ts';
import { toWrite } from './to-write.ts';

/** An incident as its tables take it. */
export interface PreparedIncident {
  row: Omit<IncidentRow, 'setByPerson' | 'standing'>;
  write: IncidentWrite;
  steps: ReturnType<typeof deriveRow>['steps'];
  /** The originals of what was redacted, where they are kept. */
  sealed: (typeof sealedText.$inferInsert)[];
  /** Fields set by a person in which the source now says something else. */
  kept: string[];
}

const AT_ONCE = 25;

/** Turns drafts into rows: gives their words codes, keeps what a person has set, derives the rest. */
export async function prepareWrites(known: Known, writing: Writing): Promise<PreparedIncident[]> {
  const prepared: PreparedIncident[] = [];
  const numbers = known.numbers.values();
  const { mode, country } = known.redaction;
  const toRedact: Redaction = { mode: writing.isInvented ? 'off' : mode, country };
  for (const one of known.changed) {
    const before = known.existing.get(one.incidentId);
    const own = before
      ? stayOf(before)
      : { number: next(numbers), version: 1, importRunId: writing.importRunId };
    prepared.push(prepare(one, { ...own, writtenAt: writing.now }, known, toRedact, writing.timeZone));
    if (prepared.length % AT_ONCE === 0) await giveWay();
  }
  return prepared;
}

/** What the record itself says of an incident, and the source does not. */
type OwnColumns = Pick<IncidentRow, 'number' | 'version' | 'importRunId' | 'writtenAt'>;

const stayOf = ({ number, version, importRunId }: ExistingIncident) => ({ number, version, importRunId });

function next(numbers: Iterator<number>): number {
  const { value, done } = numbers.next();
  if (done) throw new Error('the record gave fewer incident numbers than were asked for');
  return value;
}

function prepare(
  ready: ReadyIncident,
  ownColumns: OwnColumns,
  { codes, kept }: Known,
  redaction: Redaction,
  timeZone: string,
): PreparedIncident {
  const before = kept.get(ready.incidentId);
  const { write: said, originals } = redactWrite(toWrite(ready, codes), ready, redaction);
  const { write, kept: fields } = before ? keepFields(said, before) : { write: said, kept: [] };
  const { columns, path, steps } = deriveRow(write, timeZone);
  const pathCode = codes.paths.get(pathKey(path)) ?? UNKNOWN_CODE;
  const row = Object.assign(write.said, columns, ownColumns, { path: pathCode, daysSincePrevious: null });
  // The original of what a person has set is not what the source says.
  const own = originals.filter(({ field }) => !before?.row.setByPerson.includes(field));
  const sealed = redaction.mode === 'sealed' ? toSealedRows(ready.incidentId, own, row.writtenAt) : [];
  return { row, write, steps, sealed, kept: fields };
}
