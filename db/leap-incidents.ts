import { and, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { factTechnique } from '@/db/facts/schema.ts';
import { OBSERVATIONS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { LEAP_CODES, LEAP_DONE, type LeapDone } from '@/lib/taxonomy/leap.ts';

const { technique, observation, seq, number } = factTechnique;

/**
 * The incidents in which each step of LEAP had an opportunity, with how it was done, a code of LEAP_DONE.
 * @param condition which observations are looked at; it has to hold of all of an incident's or of none
 */
export function leapIncidents(condition: SQL | undefined) {
  const [listen, empathise, ask, produce] = [0, 1, 2, 3].map(stepOf);
  if (!listen || !empathise || !ask || !produce) throw new Error('LEAP has four steps');
  const steps = [listen, empathise, ask, produce];
  const isFull = and(...steps.map(({ effective }) => gt(effective, 0)));
  const isInOrder = sql`${listen.first} < ${empathise.first} and ${empathise.first} < ${ask.last}
    and ${ask.last} < ${produce.last}`;
  const done = sql`case when not (${isFull}) then ${codeOf('part')} when ${isInOrder} then ${codeOf('ordered')}
    when ${isInOrder} is null then ${codeOf('unsure')} else ${codeOf('unordered')} end`;
  return queries
    .select({ number, done: done.mapWith(Number).as('done') })
    .from(factTechnique)
    .where(and(inArray(technique, [...new Set(LEAP_CODES.flat())]), condition))
    .groupBy(number)
    .having(and(...steps.map(({ seen }) => gt(seen, 0))));
}

function stepOf(step: number) {
  const isOf = inArray(technique, [...(LEAP_CODES[step] ?? [])]);
  const isEffective = sql`${isOf} and ${observation} = ${EFFECTIVE}`;
  return {
    seen: sql`count(*) filter (where ${isOf})`,
    effective: sql`count(*) filter (where ${isEffective})`,
    first: sql`min(${seq}) filter (where ${isEffective})`,
    last: sql`max(${seq}) filter (where ${isEffective})`,
  };
}

const EFFECTIVE = sql`${toCode(OBSERVATIONS, 'effective')}`.inlineParams();

function codeOf(done: LeapDone): SQL {
  return sql`${LEAP_DONE.indexOf(done)}`.inlineParams();
}

const queries = new QueryBuilder();
