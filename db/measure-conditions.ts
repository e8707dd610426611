import { and, eq, gt, gte, inArray, isNotNull, lt, lte, notInArray, type SQL, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { Condition } from '@/lib/measures/condition.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** Which incidents count in a measure at all. */
export function toDenominator(measure: MeasureId, coverageFrom: LocalDate | null): SQL {
  return all(MEASURES[measure].denominator, coverageFrom);
}

/** Which incidents count in a measure's numerator. */
export function toNumerator(measure: MeasureId, coverageFrom: LocalDate | null): SQL {
  const { denominator, numerator } = MEASURES[measure];
  return all([...denominator, ...numerator], coverageFrom);
}

function all(conditions: readonly Condition[], coverageFrom: LocalDate | null): SQL {
  return and(...conditions.map((condition) => toSql(condition, coverageFrom))) ?? sql`true`;
}

function toSql(condition: Condition, coverageFrom: LocalDate | null): SQL | undefined {
  if (condition.is === 'after_first_30_days') {
    return coverageFrom ? gte(factIncident.occurredOn, shiftDays(coverageFrom, 30)) : undefined;
  }
  const column = factIncident[condition.column];
  switch (condition.is) {
    case 'known':
      return codes.has(condition.column) ? gt(column, 0) : isNotNull(column);
    case 'equal':
      return eq(column, condition.to);
    case 'among':
      return inArray(column, [...condition.codes]);
    case 'not_among':
      return notInArray(column, [...condition.codes]);
    case 'at_least':
      return gte(column, condition.value);
    case 'at_most':
      return lte(column, condition.value);
    case 'below':
      return lt(column, factIncident[condition.other]);
  }
}

/** Columns in which "not known" is code 0; in the others it is null. */
const codes: ReadonlySet<Condition extends { column: infer C } ? C : string> = new Set([
  'trigger',
  'outcome',
  'path',
  'levelRank',
  'customer',
]);
