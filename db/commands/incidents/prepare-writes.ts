import { deriveRow } from './derive-row.ts';
import { pathKey } from './find-terms.ts';
import { giveWay } from './give-way.ts';
import type { IncidentRow, IncidentWrite, ReadyIncident } from './incident-write.ts';
import { keepFields } from './keep-fields.ts';
import type { Known } from './look-up.ts';
import { toWrite } from './to-write.ts';

/** An incident as its tables take it, but for what only the moment of writing knows. */
export interface PreparedIncident {
  row: Omit<IncidentRow, 'number' | 'importRunId' | 'writtenAt' | 'version' | 'setByPerson'>;
  write: IncidentWrite;
  steps: ReturnType<typeof deriveRow>['steps'];
  /** Fields set by a person in which the source now says something else. */
  kept: string[];
}

const AT_ONCE = 50;

/** Turns drafts into rows: gives their words codes, keeps what a person has set, derives the rest. */
export async function prepareWrites(known: Known, timeZone: string): Promise<PreparedIncident[]> {
  const prepared: PreparedIncident[] = [];
  for (const one of known.changed) {
    prepared.push(prepare(one, known, timeZone));
    if (prepared.length % AT_ONCE === 0) await giveWay();
  }
  return prepared;
}

function prepare(ready: ReadyIncident, { codes, kept }: Known, timeZone: string): PreparedIncident {
  const before = kept.get(ready.incidentId);
  const said = toWrite(ready, codes);
  const { write, kept: fields } = before ? keepFields(said, before) : { write: said, kept: [] };
  const { columns, path, steps } = deriveRow(write, timeZone);
  return {
    row: { ...write.said, ...columns, path: codes.paths.get(pathKey(path)) ?? 0, daysSincePrevious: null },
    write,
    steps,
    kept: fields,
  };
}
