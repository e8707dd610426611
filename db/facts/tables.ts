import { getViewConfig, type PgColumn } from 'drizzle-orm/pg-core';
import { factContact, factFollowUp, factIncident, factStep, factTechnique } from './schema.ts';

/** A table of the copy, and what is read into it, made from the view of the same name. */
export interface FactTable {
  name: string;
  /** In DuckDB: the columns and types of the view. */
  create: string;
  /** In PostgreSQL: the values of each row. */
  select: string;
  /** In PostgreSQL: each row as one text, as COPY writes it, which is several times faster to read than values. */
  selectLines: string;
  /** In DuckDB: adds the rows of a file of such texts, whose path is the parameter. */
  insert: string;
}

/** Tables whose rows belong to an incident, whose number each of them has. */
export const INCIDENT_TABLES: readonly FactTable[] = [
  factIncident,
  factStep,
  factTechnique,
  factFollowUp,
].map(toTable);

/** Contacts belong to no incident: the table is read anew, whole, when a command has marked them. */
export const VOLUME_TABLE: FactTable = toTable(factContact);

export const FACT_TABLES: readonly FactTable[] = [...INCIDENT_TABLES, VOLUME_TABLE];

type FactView =
  | typeof factIncident
  | typeof factStep
  | typeof factTechnique
  | typeof factFollowUp
  | typeof factContact;

function toTable(view: FactView): FactTable {
  const { name, selectedFields } = getViewConfig(view);
  const columns = Object.values(selectedFields) as PgColumn[];
  const quoted = columns.map((column) => `"${column.name}"`);
  const defined = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()}${column.notNull ? ' not null' : ''}`,
  );
  const types = columns.map((column) => `'${column.name}': '${column.getSQLType()}'`).join(', ');
  return {
    name,
    create: `create table ${name} (${defined.join(', ')})`,
    select: `select ${quoted.join(', ')} from ${name}`,
    selectLines: `select array_to_string(array[${quoted.map((column) => `${column}::text`).join(', ')}], E'\\t', '') as line
      from ${name}`,
    insert: `insert into ${name} select * from read_csv($1, header = false, delim = '\\t', quote = '', escape = '',
      auto_detect = false, nullstr = '', columns = {${types}})`,
  };
}
