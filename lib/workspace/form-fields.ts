import { z } from 'zod';
import type { LocalDate } from '../filters/filters.ts';
import { isLocalDate } from '../filters/local-dates.ts';
import { isInRange } from '../filters/period-codec.ts';

/** One line of text that says something. `what` completes "Give …". */
export function line(what: string, longest: number) {
  return z
    .string(`Give ${what}.`)
    .trim()
    .min(1, `Give ${what}.`)
    .max(longest, `Use at most ${longest} characters.`)
    .regex(/^\P{Cc}*$/u, 'Leave out line breaks and other control characters.');
}

/** Text of several lines that says something. `what` completes "Give …". */
export function paragraphs(what: string, longest: number) {
  return severalLines(longest, `Give ${what}.`).min(1, `Give ${what}.`);
}

/** The same, or nothing. */
export function paragraphsOrNone(longest: number) {
  return severalLines(longest).default('');
}

function severalLines(longest: number, missing?: string) {
  return z
    .string(missing)
    .trim()
    .max(longest, `Use at most ${longest.toLocaleString('en-GB')} characters.`)
    .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, 'Leave out control characters.');
}

/** Some rows of the record, as boxes that were ticked send them: none, one or a list. */
export function rowNumbers() {
  return z.preprocess(
    (given) => (given === undefined || given === '' ? [] : [given].flat()),
    z.array(rowNumber).max(5000),
  );
}

/** A whole number in a closed range, as a form sends it. */
export function wholeNumber(least: number, most: number) {
  const message = `Give a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`;
  return z
    .string(message)
    .trim()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** A whole percentage in a closed range as a share, or nothing. */
export function percentOrNone(least: number, most: number) {
  const message = `Give a whole number from ${least} to ${most}, or nothing.`;
  return z
    .string(message)
    .trim()
    .regex(/^\d{0,3}$/, message)
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((percent) => percent === null || (percent >= least && percent <= most), message)
    .transform((percent) => (percent === null ? null : percent / 100));
}

/** A day of the calendar as a field of that kind sends it. `what` completes "Give …". */
export function day(what: string) {
  return z.string(`Give ${what}.`).trim().min(1, `Give ${what}.`).refine(isDay, NO_DAY);
}

/** The same, or nothing. */
export function dayOrNone() {
  return z
    .string()
    .trim()
    .refine((text) => text === '' || isDay(text), NO_DAY)
    .transform((text): LocalDate | null => text || null);
}

/** Which state of a row a form was made from: it is sent back, so that a change in between is found out. */
export const versionField = z.coerce.number().int().min(1);

/** The number of a row of the record. */
export const rowNumber = z.coerce.number().int().min(1).max(2_147_483_647);

const NO_DAY = 'Give a day of the calendar, such as 2026-11-03.';

const isDay = (text: string) => isLocalDate(text) && isInRange(text);
