import { and, eq, gt, inArray, isNotNull, isNull, not, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { type FilterColumns, UNKNOWN_HOUR } from '@/db/fact-columns.ts';
import { factTechnique } from '@/db/facts/schema.ts';
import { leapIncidents } from '@/db/leap-incidents.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { readLeapCode, readSkillCode } from '@/lib/filters/skill-values.ts';

/** A dimension restricted to, or cleared of, some codes of the figures. */
export interface AskedSelection {
  dimension: DimensionId;
  exclude: boolean;
  codes: readonly number[];
}

/** Whether a selection lets a record pass: what `db/where.ts` makes its conditions from, and nobody else. */
export function holds({ dimension, exclude, codes }: AskedSelection, columns: FilterColumns): SQL {
  const column = columns[dimension];
  if (!column) throw new RangeError(`these records cannot be filtered by ${dimension}`);
  const held = among(dimension, codes, column);
  return exclude ? not(held) : held;
}

/** Whether a record is of one person; 0 where nobody is known. */
export function handledBy(person: number, { agent }: FilterColumns): SQL {
  if (!agent) throw new RangeError('these records cannot be filtered by agent');
  return eq(agent, person);
}

/** Some people and whole teams, or with `others` everybody else who is known. */
export interface People {
  agents: readonly number[];
  /** Teams whose people are meant where nobody knows who they are. */
  teams: readonly number[];
  others: boolean;
}

export const NOBODY: People = { agents: [], teams: [], others: false };

/** Whether a record is of one of them. */
export function handledByPeople({ agents, teams, others }: People, { agent, team }: FilterColumns): SQL {
  if (!agent) throw new RangeError('these records cannot be filtered by agent');
  const isAmong = or(inArray(agent, [...agents]), inArray(team, [...teams])) ?? sql`false`;
  if (!others) return isAmong;
  const isKnown = and(
    agents.length > 0 ? gt(agent, 0) : undefined,
    teams.length > 0 ? gt(team, 0) : undefined,
  );
  return and(not(isAmong), isKnown) ?? sql`false`;
}

function among(dimension: DimensionId, codes: readonly number[], column: AnyPgColumn): SQL {
  if (dimension === 'technique') return amongTechniques(codes, column);
  return dimension === 'hour' ? amongHours(codes, column) : inArray(column, [...codes]);
}

// An hour that is not known is null in the figures, since 0 is midnight: both sides must stay true or false.
function amongHours(codes: readonly number[], column: AnyPgColumn): SQL {
  const known = codes.filter((hour) => hour !== UNKNOWN_HOUR);
  const unknown = isNull(column);
  const inHours = and(isNotNull(column), inArray(column, known)) ?? unknown;
  return known.length === codes.length ? inHours : (or(unknown, inHours) ?? unknown);
}

/** By the number of its incident: has it an observation of these techniques, handled so, or none at all? */
function amongTechniques(codes: readonly number[], number: AnyPgColumn): SQL {
  const { technique, observation } = factTechnique;
  const leap = codes.flatMap((code) => readLeapCode(code) ?? []);
  const asked = codes.filter((code) => code >= 0).map(readSkillCode);
  const observed = asked
    .filter((one) => one.technique > 0)
    .map((one) =>
      and(
        eq(technique, one.technique),
        one.observation === null ? undefined : eq(observation, one.observation),
      ),
    );
  const isNone = asked.length > observed.length;
  const has = observed.length > 0 ? inArray(number, observations().where(or(...observed))) : undefined;
  const done = leapIncidents(undefined).as('done_leap');
  const ofLeap = queries.select({ number: done.number }).from(done).where(inArray(done.done, leap));
  return (
    or(
      has,
      leap.length > 0 ? inArray(number, ofLeap) : undefined,
      isNone ? notInArray(number, observations()) : undefined,
    ) ?? sql`false`
  );
}

const observations = () => queries.select({ number: factTechnique.number }).from(factTechnique).$dynamic();

const queries = new QueryBuilder();
