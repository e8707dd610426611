import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { Conflict } from '@/lib/errors.ts';
import type { ExistingIncident } from './find-existing.ts';
import type { PreparedIncident } from './prepare-writes.ts';
import { replaceDetails } from './replace-details.ts';
import { unnestInsert } from './unnest-insert.ts';
import type { Writing } from './write-incidents.ts';

/** Puts prepared incidents with their texts and details into the record. Throws Conflict when one was changed since. */
export async function storePrepared(
  tx: Records,
  created: readonly PreparedIncident[],
  updated: readonly PreparedIncident[],
  existing: ReadonlyMap<string, ExistingIncident>,
  { importRunId, now }: Writing,
): Promise<void> {
  const numbers = await takeNumbers(tx, created.length);
  const newRows = created.map(({ row }, index) => {
    const number = numbers[index];
    if (number === undefined) throw new Error('the record gave fewer incident numbers than were asked for');
    return { ...row, number, importRunId, writtenAt: now, version: 1 };
  });
  const oldRows = updated.flatMap(({ row }) => {
    const before = existing.get(row.incidentId);
    if (!before) return [];
    const { number, version, importRunId: broughtBy } = before;
    return [{ ...row, number, version, importRunId: broughtBy, writtenAt: now }];
  });
  const written =
    (await unnestInsert(tx, incident, newRows, sql`on conflict do nothing`)) +
    (await unnestInsert(tx, incident, oldRows, overwriteSameVersion));
  const all = [...created, ...updated];
  if (written < all.length) throw new Conflict('Somebody changed one of these incidents in between.');
  await unnestInsert(
    tx,
    incidentText,
    all.map(({ write }) => write.text),
    overwriteText,
  );
  await replaceDetails(
    tx,
    all.map(({ write }) => write),
    all.flatMap(({ steps }) => steps),
    updated.map(({ row }) => row.incidentId),
  );
}

/** New numbers in rising order. */
async function takeNumbers(tx: Records, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.execute(
    sql`select nextval('incident_number') as number from generate_series(1, ${count}::integer)`,
  );
  return rows.map((row) => Number(row.number)).sort((one, other) => one - other);
}

const overwriteText = overwrite(incidentText, ['topic', 'narrative', 'resolution', 'sourceRows']);

const {
  setByPerson: _,
  number: __,
  incidentId: ___,
  version: ____,
  ...rewritten
} = getTableColumns(incident);

/** What a person has set stays set; the version says whether the row is still the one that was read. */
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
