import { sql } from 'drizzle-orm';
import { getViewConfig, type PgColumn, PgDialect } from 'drizzle-orm/pg-core';
import { HELD, heldColumn } from '@/db/held-conditions.ts';
import { OF_DAY } from './of-day.ts';
import { factContact, factFollowUp, factIncident, factStep, factTechnique } from './schema.ts';

/** A table of the copy, and what is read into it, made from the view of the same name. */
export interface FactTable {
  name: string;
  /** In DuckDB: the columns and types of the view. */
  create: string;
  /** In PostgreSQL: the values of each row, without those that `insert` reckons and `staging` takes from its incident. */
  select: string;
  /** In PostgreSQL: each row as one text, as COPY writes it, which is several times faster to read than values. */
  selectLines: string;
  /** In DuckDB: adds the rows of a file of such texts, whose path is the parameter. */
  insert: string;
  /** How all rows go in; null where they carry nothing of an incident and are inserted as they come. */
  staging: Staging | null;
}

/**
 * In DuckDB: rows wait beside the tables until all incidents are there and lend them the columns of the same names. That
 * costs a tenth of making, sending and reading these once more for each row. In the view they are the incident's, too.
 */
export interface Staging {
  create: string;
  /** Adds the rows of a file of what `select` gives, whose path is the parameter. */
  insert: string;
  complete: string;
  drop: string;
}

/** The columns that DuckDB reckons of others when rows are put in, with how: the record need not make and send them. */
const RECKONED: ReadonlyMap<string, string> = new Map(
  Object.entries(OF_DAY).map(([name, of]) => [
    name,
    new PgDialect().sqlToQuery(of(sql`${sql.identifier(factIncident.occurredOn.name)}`)).sql,
  ]),
);

export const INCIDENT_TABLE: FactTable = withHeld(toTable(factIncident));

/** Tables whose rows belong to an incident, whose number each of them has. */
export const INCIDENT_TABLES: readonly FactTable[] = [
  INCIDENT_TABLE,
  ...[factStep, factTechnique, factFollowUp].map(toTableOfIncidents),
];

/** Contacts belong to no incident: the table is read anew, whole, when a command has marked them. */
export const VOLUME_TABLE: FactTable = toTable(factContact);

export const FACT_TABLES: readonly FactTable[] = [...INCIDENT_TABLES, VOLUME_TABLE];

/** Whether the record sends a column, or DuckDB reckons it of others. */
export function isSent({ name }: PgColumn): boolean {
  return !RECKONED.has(name);
}

type FactView =
  | typeof factIncident
  | typeof factStep
  | typeof factTechnique
  | typeof factFollowUp
  | typeof factContact;

function toTable(view: FactView): FactTable {
  const { name } = getViewConfig(view);
  const columns = columnsOf(view);
  const sent = columns.filter(isSent);
  return {
    name,
    create: `create table ${name} (${columns.map(define).join(', ')})`,
    select: `select ${sent.map(quote).join(', ')} from ${name}`,
    selectLines: `select array_to_string(array[${sent.map((column) => `${quote(column)}::text`).join(', ')}], E'\\t', '') as line
      from ${name}`,
    insert: insertFile(name, columns),
    staging: null,
  };
}

/** With what is held of each incident, which the record does not have. */
function withHeld(table: FactTable): FactTable {
  return {
    ...table,
    create: table.create.replace(/\)$/, `, ${HELD} bigint not null)`),
    insert: `${table.insert.replace('select *', `select *, ${heldColumn()} as ${HELD}`)} as ${table.name}`,
  };
}

function toTableOfIncidents(view: FactView): FactTable {
  const table = toTable(view);
  const lent = new Set(columnsOf(factIncident).map(({ name }) => name));
  lent.delete(factIncident.number.name);
  const own = columnsOf(view).filter(({ name }) => !lent.has(name));
  // Where DuckDB begins, and nothing is ever compressed.
  const staged = `memory.${table.name}_own`;
  const taken = columnsOf(view).map((column) => `${lent.has(column.name) ? 'i' : 'o'}.${quote(column)}`);
  return {
    ...table,
    select: `select ${own.map(quote).join(', ')} from ${table.name}`,
    staging: {
      create: `create table ${staged} (${own.map(define).join(', ')})`,
      insert: insertFile(staged, own),
      complete: `insert into ${table.name} select ${taken.join(', ')}
        from ${staged} as o join ${INCIDENT_TABLE.name} as i on i."number" = o."number"`,
      drop: `drop table ${staged}`,
    },
  };
}

function columnsOf(view: FactView): PgColumn[] {
  return Object.values(getViewConfig(view).selectedFields) as PgColumn[];
}

function quote({ name }: PgColumn): string {
  return `"${name}"`;
}

function define(column: PgColumn): string {
  return `${quote(column)} ${column.getSQLType()}${column.notNull ? ' not null' : ''}`;
}

function insertFile(table: string, columns: readonly PgColumn[]): string {
  const sent = columns.filter(isSent);
  const types = sent.map((column) => `'${column.name}': '${column.getSQLType()}'`).join(', ');
  const reckoned = columns.flatMap((column) => {
    const expression = RECKONED.get(column.name);
    return expression ? [`, ${expression} as ${quote(column)}`] : [];
  });
  return `insert into ${table} by name select *${reckoned.join('')} from read_csv($1, header = false, delim = '\\t', quote = '', escape = '',
    auto_detect = false, nullstr = '', columns = {${types}})`;
}
