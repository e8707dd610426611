import type { Filters } from './filters.ts';

/** What a period is compared with next, going round: nothing, the period before, the same last year, nothing. */
export function nextComparison({
  comparison,
  also,
}: Pick<Filters, 'comparison' | 'also'>): Filters['comparison'] {
  if (also === null && comparison.kind === 'none') return { kind: 'previous' };
  if (also === null && comparison.kind === 'previous') return { kind: 'last-year' };
  return { kind: 'none' };
}
