import { dayWords } from '../filters/day-words.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { TwinColumn } from './chart-model.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
/** What stands where nothing is known. */
export const NOTHING_KNOWN = '–';

/** "2,412"; a true minus before a negative number. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0);
}

/** "93.4", "1,204.5", "−3.2": as many decimals as asked for, grouped in thousands. */
export function formatDecimal(value: number, decimals: number): string {
  const digits = formatWith(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(decimals, format);
  return format;
}

// To make one costs a hundred times what it takes to format a number, and a page has thousands.
const formats = new Map<number, Intl.NumberFormat>();

/** A number as exact as its size deserves: "9.4" below ten, "93" from there on, whole numbers as they are. */
export function formatRough(value: number): string {
  return formatDecimal(value, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 1);
}

/**
 * A share 0 to 1 as "28.1 %". What is not none is never shown as 0, and what is not all never as 100: "under 0.1 %",
 * "over 99.9 %".
 */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.0005) return `under 0.1${NBSP}%`;
  if (share < 1 && share >= 0.9995) return `over 99.9${NBSP}%`;
  return `${formatPercent(share)}${NBSP}%`;
}

/** The figure of a share without its sign, for columns and axes that carry it in their head: "28.1". */
export function formatPercent(share: number, decimals = 1): string {
  return share === 0 || share === 1 ? String(share * 100) : formatDecimal(share * 100, decimals);
}

/** "655 of 2,331" */
export function formatFraction(numerator: number, denominator: number): string {
  return `${formatCount(numerator)} of ${formatCount(denominator)}`;
}

/** "1 incident", "2,412 incidents"; never parted from its noun. */
export function formatCounted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)}${NBSP}${count === 1 ? noun : plural}`;
}

/** A unit of time that lengths of one picture are all told in. */
export interface DurationUnit {
  name: 'min' | 'h' | 'days';
  minutes: number;
}

/** Minutes below an hour and a half, hours below two days, days from there on. */
export function durationUnit(minutes: number): DurationUnit {
  if (minutes < 90) return { name: 'min', minutes: 1 };
  return minutes < 2880 ? { name: 'h', minutes: 60 } : { name: 'days', minutes: 1440 };
}

/** A length of time: "36 min", "5.2 h", "2.6 days"; in a given unit where several are compared. */
export function formatMinutes(minutes: number, unit = durationUnit(minutes)): string {
  return `${formatDuration(minutes, unit)}${NBSP}${unit.name}`;
}

/** The figure of a length of time without its unit. */
export function formatDuration(minutes: number, unit: DurationUnit): string {
  return unit.name === 'min' ? formatDecimal(minutes, 0) : formatDecimal(minutes / unit.minutes, 1);
}

/** "3 Nov 2026" */
export function formatDate(date: LocalDate): string {
  return dayWords(date);
}

/** "3 Nov" */
export function formatDay(date: LocalDate): string {
  return formatDate(date).replace(/ \d+$/, '');
}

/** "Nov 2026" */
export function formatMonth(date: LocalDate): string {
  return formatDate(date).replace(/^\d+ /, '');
}

/** "a, b and c" */
export function formatList(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A cell of a table twin: an en dash where nothing is known. */
export function formatCell(cell: string | number | null, form: TwinColumn['form']): string {
  if (cell === null) return NOTHING_KNOWN;
  if (typeof cell === 'string') return form === 'date' ? formatDate(cell) : cell;
  return cellForms[form](cell);
}

/** Whether a column holds figures, which stand at its right. */
export function isFigure(form: TwinColumn['form']): boolean {
  return form !== 'text' && form !== 'date';
}

const cellForms: Record<TwinColumn['form'], (value: number) => string> = {
  text: String,
  date: String,
  count: formatCount,
  share: formatShare,
  decimal: (value) => formatDecimal(value, 1),
  hundredths: (value) => formatDecimal(value, 2),
  thousandths: (value) => formatDecimal(value, 3),
  minutes: (value) => formatMinutes(value),
};
