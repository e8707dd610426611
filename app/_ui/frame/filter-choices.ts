import type { FilterOption } from '@/lib/filters/frame-model.ts';

/** The values that one dimension can be filtered by, and the queries that a choice leads to. */
export interface FilterChoices {
  label: string;
  /** Every incident has one of the values: then their counts add up. */
  isOneEach: boolean;
  options: readonly FilterOption[];
  /** The values chosen or excluded now. */
  is: readonly string[];
  isNot: readonly string[];
  /** Queries with VALUES where the chosen values go; `free` is the one without this dimension. */
  isQuery: string;
  isNotQuery: string;
  free: string;
}

export const VALUES = 'VALUES';

export type Verb = 'is' | 'is not';

/** How many incidents a choice leaves, counted from the options: every incident has one value of a dimension. */
export function countChosen(
  options: readonly FilterOption[],
  verb: Verb,
  chosen: ReadonlySet<string>,
): number {
  if (chosen.size === 0) return sumOf(options);
  return sumOf(options.filter(({ id }) => chosen.has(id) === (verb === 'is')));
}

/** The query of a choice; without values the dimension is free. */
export function queryOf(choices: FilterChoices, verb: Verb, chosen: ReadonlySet<string>): string {
  if (chosen.size === 0) return choices.free;
  const pattern = verb === 'is' ? choices.isQuery : choices.isNotQuery;
  return pattern.replace(VALUES, [...chosen].map(encodeURIComponent).join(','));
}

/** The options whose label holds what was typed, upper and lower case alike. */
export function matching(options: readonly FilterOption[], typed: string): readonly FilterOption[] {
  const wanted = typed.trim().toLowerCase();
  return wanted ? options.filter(({ label }) => label.toLowerCase().includes(wanted)) : options;
}

function sumOf(options: readonly FilterOption[]): number {
  return options.reduce((sum, { count }) => sum + count, 0);
}
