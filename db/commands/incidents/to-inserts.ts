import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { escalationStep, followUp, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import type { Known } from './look-up.ts';
import type { PreparedIncident } from './prepare-writes.ts';
import { toUnnestInsert } from './unnest-insert.ts';

/** The statements that write prepared incidents. */
export interface Inserts {
  /** Of new incidents. */
  created: SQL | null;
  /** Of those written before, where nobody has changed them since. */
  updated: SQL | null;
  /** Of their texts and details. */
  details: readonly SQL[];
}

export async function toInserts(
  prepared: readonly PreparedIncident[],
  { existing }: Known,
): Promise<Inserts> {
  const created = prepared.filter(({ row }) => !existing.has(row.incidentId));
  const updated = prepared.filter(({ row }) => existing.has(row.incidentId));
  const rowsOf = (some: readonly PreparedIncident[]) => some.map(({ row }) => row);
  const textsOf = (some: readonly PreparedIncident[]) => some.map(({ write }) => write.text);
  const writes = prepared.map(({ write }) => write);
  return {
    created: await insert(incident, rowsOf(created)),
    updated: await insert(incident, rowsOf(updated), overwriteSameVersion),
    details: [
      await insert(incidentText, textsOf(created)),
      await insert(incidentText, textsOf(updated), overwriteText),
      await insert(
        sealedText,
        prepared.flatMap(({ sealed }) => sealed),
      ),
      await insert(
        escalationStep,
        prepared.flatMap(({ steps }) => steps),
      ),
      await insert(
        incidentCue,
        writes.flatMap(({ cues }) => cues),
      ),
      await insert(
        techniqueObservation,
        writes.flatMap(({ techniques }) => techniques),
      ),
      await insert(
        followUp,
        writes.flatMap(({ followUps }) => followUps),
      ),
    ].filter((statement) => statement !== null),
  };
}

async function insert<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
  conflict?: SQL,
): Promise<SQL | null> {
  return rows.length === 0 ? null : toUnnestInsert(table, rows, conflict);
}

const overwriteText = overwrite(incidentText, [
  'topic',
  'narrative',
  'resolution',
  'sourceRows',
  'redactedWith',
]);

const {
  setByPerson: _,
  number: __,
  incidentId: ___,
  version: ____,
  standing: _____,
  ...rewritten
} = getTableColumns(incident);

/** What a person has set stays set, and aside what was set aside; the version says whether the row is still the one that was read. */
const overwriteSameVersion = sql`${overwrite(incident, Object.keys(rewritten))},
  version = excluded.version + 1 where incident.version = excluded.version`;

function overwrite(table: PgTable, properties: readonly string[]): SQL {
  const columns = getTableColumns(table);
  const settings = properties.flatMap((property) => {
    const name = columns[property]?.name;
    return name ? [sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`] : [];
  });
  return sql`on conflict (incident_id) do update set ${sql.join(settings, sql`, `)}`;
}
