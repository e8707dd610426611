import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Counted, columnIn } from '@/db/fact-columns.ts';
import { factContact, factFollowUp, factIncident, factStep } from '@/db/facts/schema.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { Condition, MeasureColumn } from '@/lib/measures/condition.ts';
import type { Grain } from '@/lib/measures/grain.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { BAD_OUTCOME } from '@/lib/measures/resolution.ts';

/** The days that some measures are counted from. */
export interface AsOf {
  /** The first local date of the record in the viewer's scope; null where there is nothing. */
  coverageFrom: LocalDate | null;
  /** Today in the workspace's zone; null where no measure that has to know it is asked. */
  today: LocalDate | null;
  /** All that is asked about is of these days; contacts of others need not be looked through then. */
  within?: Window | null;
}

/** Which records of its grain count in a measure at all. */
export function toDenominator(measure: MeasureId, asOf: AsOf): SQL {
  const { grain, denominator } = MEASURES[measure];
  return allOf(grain, denominator, asOf);
}

/** Which records of its grain count in a measure's numerator. */
export function toNumerator(measure: MeasureId, asOf: AsOf): SQL {
  const { grain, denominator, numerator } = MEASURES[measure];
  return allOf(grain, [...denominator, ...numerator], asOf);
}

/** Which incidents hold all of these, as far as no day has to be known for it. */
export function holdsOfIncidents(conditions: readonly Condition[]): SQL {
  return allOf('incident', conditions, { coverageFrom: null, today: null });
}

/** Which incidents ended badly, of those whose outcome is known. */
export function endedBadly(): SQL {
  return holdsOfIncidents([BAD_OUTCOME]);
}

/** Which records are counted beside a measure, in its order. */
export function toBeside(measure: MeasureId, asOf: AsOf): SQL[] {
  const { grain, beside } = MEASURES[measure];
  return beside.map(({ holds }) => allOf(grain, holds, asOf));
}

/** The same of the observations of techniques, by what these carry of their incidents. */
export function easing(asOf: AsOf) {
  const { denominator, numerator } = MEASURES.de_escalation_rate;
  return {
    counted: allOf('observation', denominator, asOf),
    eased: allOf('observation', [...denominator, ...numerator], asOf),
  };
}

/** The incidents that a measure counts: those of which at least one record is in its denominator. */
export function incidentsInDenominator(measure: MeasureId, asOf: AsOf): SQL {
  return ofIncidents(MEASURES[measure].grain, toDenominator(measure, asOf));
}

/** The incidents of which at least one record is in its numerator. */
export function incidentsInNumerator(measure: MeasureId, asOf: AsOf): SQL {
  return ofIncidents(MEASURES[measure].grain, toNumerator(measure, asOf));
}

/** Incidents of the repeat rate before which the record goes back by at least so many days. */
export function mayRepeatWithin(days: number, asOf: AsOf): SQL {
  const { coverageFrom } = asOf;
  const knownLongEnough = coverageFrom
    ? gte(factIncident.occurredOn, shiftDays(coverageFrom, days))
    : undefined;
  return all(toDenominator('repeat_rate', asOf), knownLongEnough);
}

/** Those of them whose customer had an incident with the same trigger in the days before. */
export function isRepeatWithin(days: number, asOf: AsOf): SQL {
  return all(mayRepeatWithin(days, asOf), lte(factIncident.daysSincePrevious, days));
}

/** What can become of a follow-up; of those due, who is neither kept nor late is broken. */
export function followUpConditions(asOf: AsOf) {
  const due = toDenominator('follow_up_kept_rate', asOf);
  const kept = toNumerator('follow_up_kept_rate', asOf);
  const late = all(due, gt(factFollowUp.doneOn, factFollowUp.dueOn));
  const broken = all(due, isNull(factFollowUp.doneOn));
  const withReason = gt(factFollowUp.reason, 0);
  const [notDueYet = sql`false`, withoutDay = sql`false`] = toBeside('follow_up_kept_rate', asOf);
  return {
    due,
    kept,
    late,
    broken,
    lateWithReason: all(late, withReason),
    brokenWithReason: all(broken, withReason),
    notDueYet,
    withoutDay,
  };
}

function all(...conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`;
}

function ofIncidents(grain: Grain, condition: SQL): SQL {
  if (grain === 'step' || grain === 'stay')
    return inArray(
      factIncident.number,
      queries.select({ number: factStep.number }).from(factStep).where(condition),
    );
  if (grain === 'follow_up')
    return inArray(
      factIncident.number,
      queries.select({ number: factFollowUp.number }).from(factFollowUp).where(condition),
    );
  return condition;
}

const queries = new QueryBuilder();

function allOf(grain: Counted, conditions: readonly Condition[], asOf: AsOf): SQL {
  return and(...conditions.map((condition) => toSql(grain, condition, asOf))) ?? sql`true`;
}

function toSql(grain: Counted, condition: Condition, { coverageFrom, today, within }: AsOf): SQL | undefined {
  if (condition.is === 'after_first_30_days') {
    return coverageFrom ? gte(factIncident.occurredOn, shiftDays(coverageFrom, 30)) : undefined;
  }
  if (condition.is === 'among_contacts') return hasContacts(within ?? null);
  const column = columnIn(grain, condition.column);
  switch (condition.is) {
    case 'known':
      return codes.has(condition.column) ? gt(column, 0) : isNotNull(column);
    case 'unknown':
      return codes.has(condition.column) ? eq(column, 0) : isNull(column);
    case 'equal':
      return eq(column, condition.to);
    case 'among':
      return inArray(column, [...condition.codes]);
    case 'at_least':
      return gte(column, condition.value);
    case 'at_most':
      return lte(column, condition.value);
    case 'below':
      return lt(column, columnIn(grain, condition.other));
    case 'not_above':
      return lte(column, columnIn(grain, condition.other));
    case 'by_today':
      return lte(column, known(today));
    case 'after_today':
      return gt(column, known(today));
  }
}

/** The day, team and channel of an incident are among those with contacts. */
function hasContacts(within: Window | null): SQL {
  const { occurredOn, team, channel } = factIncident;
  const cells = queries
    .select({ occurredOn: factContact.occurredOn, team: factContact.team, channel: factContact.channel })
    .from(factContact)
    .where(
      within
        ? and(gte(factContact.occurredOn, within.from), lt(factContact.occurredOn, within.until))
        : undefined,
    );
  return sql`(${occurredOn}, ${team}, ${channel}) in ${cells}`;
}

function known(today: LocalDate | null): LocalDate {
  if (today === null) throw new Error('a measure that depends on the day was asked without one');
  return today;
}

/** Columns in which "not known" is code 0; in the others it is null. */
const codes: ReadonlySet<MeasureColumn> = new Set<MeasureColumn>([
  'trigger',
  'outcome',
  'path',
  'level',
  'levelRank',
  'customer',
  'agent',
]);
