import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { withValues } from '@/db/facts/with-values.ts';
import { holdsOfIncidents } from '@/db/measure-conditions.ts';
import type { Condition } from '@/lib/measures/condition.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** Where the second count of a column begins: more than the records of any grain that there may be. */
export const SECOND = 67_108_864;
const BITS = 26;

/** Which bit of what is held of an incident tells of some conditions: one of the lower 26, or of as many above them. */
export interface HeldPlace {
  shift: number;
  isSecond: boolean;
}

/** The column of the copy's incidents, and of nothing else, in which these bits are. */
export const HELD = 'holds';

/** The name of what counts the records that hold conditions; of none at all, all records. */
export function nameCount(holds: readonly Condition[]): string {
  return `count ${JSON.stringify(holds)}`;
}

/** Where the copy holds what a count of incidents is of; undefined where that depends on more than the incident. */
export function placeOf(name: string): HeldPlace | undefined {
  return places().get(name)?.place;
}

/** What the copy reckons of each incident when it is put in, for DuckDB: to hold every condition anew takes longer than to count. */
export function heldColumn(): string {
  const bits = [...places().values()].map(({ holds, place: { shift, isSecond } }) => {
    const bit = 2 ** (isSecond ? shift + BITS : shift);
    return sql`case when ${holdsOfIncidents(holds)} then ${bit} else 0 end`;
  });
  const written = dialect.sqlToQuery(sql`cast(${sql.join(bits, sql` + `)} as bigint)`);
  const { statement, parameters } = withValues(written.sql, written.params);
  if (parameters.length > 0) throw new Error('what is held of an incident depends on a text');
  return statement;
}

/** Both counts of a place as one sum. */
export function sumHeld({ shift }: HeldPlace): SQL<number> {
  const both = sql`(${sql.identifier(HELD)} >> ${shift}) & ${SECOND + 1}`;
  return sql<number>`cast(coalesce(sum(${both}), 0) as double precision)`.mapWith(Number);
}

const dialect = new PgDialect();

interface Held {
  holds: readonly Condition[];
  place: HeldPlace;
}

let known: ReadonlyMap<string, Held> | null = null;

function places(): ReadonlyMap<string, Held> {
  known ??= makePlaces();
  return known;
}

/** What is above the line of a measure lies over what is below it, since they are asked together. */
function makePlaces(): ReadonlyMap<string, Held> {
  const pairs: (readonly Condition[])[][] = [];
  const singles: (readonly Condition[])[] = [];
  const seen = new Set<string>();
  const isNew = (holds: readonly Condition[]) => {
    const name = nameCount(holds);
    const isHeld = holds.length > 0 && holds.every(isOfIncidentAlone) && !seen.has(name);
    if (isHeld) seen.add(name);
    return isHeld;
  };
  for (const { grain, denominator, numerator, beside } of Object.values(MEASURES)) {
    if (grain !== 'incident' && grain !== 'agent_week') continue;
    const both = [denominator, [...denominator, ...numerator]].filter(isNew);
    if (both.length === 2) pairs.push(both);
    else singles.push(...both);
    singles.push(...beside.map(({ holds }) => holds).filter(isNew));
  }
  for (let index = 0; index < singles.length; index += 2) pairs.push(singles.slice(index, index + 2));
  if (pairs.length > BITS) throw new Error(`there are bits for ${2 * BITS} conditions of incidents`);
  return new Map(
    pairs.flatMap((pair, shift) =>
      pair.map((holds, place) => [nameCount(holds), { holds, place: { shift, isSecond: place === 1 } }]),
    ),
  );
}

function isOfIncidentAlone({ is }: Condition): boolean {
  return !['by_today', 'after_today', 'after_first_30_days', 'among_contacts'].includes(is);
}
