import type { Narrowing } from '../filters/filters.ts';
import { formatCount, formatCounted } from './format.ts';

/** The link to the incidents behind a whole panel. A rate opens its denominator and names its numerator. */
export function openIncidents(
  count: number,
  narrowing: Narrowing = {},
  numerator?: { count: number; words: string },
): { label: string; narrowing: Narrowing } {
  const named = numerator ? `, ${formatCount(numerator.count)} ${numerator.words}` : '';
  return { label: `Open ${formatCounted(count, 'incident')}${named}`, narrowing };
}
