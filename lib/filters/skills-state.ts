import type { Filters, Ignored, Selection } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { oneOf, readState, type StateReaders } from './read-state.ts';
import { type SearchParams, toIgnored } from './search-params.ts';
import { normaliseSelections } from './selections.ts';

/** By what techniques are put together. */
export const GROUPINGS = ['section', 'leap'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How the pages of skills stand beside their filters. */
export interface SkillsState {
  group: Grouping;
  /** The id of the team that is looked at closely, and of the technique. */
  of: string | null;
  skill: string | null;
}

export const DEFAULT_SKILLS: SkillsState = { group: 'section', of: null, skill: null };

/**
 * Reads the whole address of a page of skills: its filters, and `group`, `of` and `skill`. Never throws; what cannot be
 * read, or has no place here, is in `filters.ignored`. `ownParameters` names what the caller reads by itself.
 */
export function parseSkills(
  params: SearchParams,
  ownParameters: readonly string[] = [],
): { filters: Filters; state: SkillsState } {
  const filters = overOpportunities(parseFilters(params, [...Object.keys(READERS), ...ownParameters]));
  const { state, ignored } = readState(params, DEFAULT_SKILLS, READERS);
  return { filters: { ...filters, ignored: [...filters.ignored, ...ignored] }, state };
}

/** The state as a query, without the question mark; defaults are left out. `parseSkills` reads it back. */
export function toSkillsParams({ group, of, skill }: SkillsState): string {
  return [
    ...(group === DEFAULT_SKILLS.group ? [] : [`group=${group}`]),
    ...(of === null ? [] : [`of=${of}`]),
    ...(skill === null ? [] : [`skill=${skill}`]),
  ].join('&');
}

const READERS: StateReaders<SkillsState> = {
  group: {
    read: oneOf('group', GROUPINGS),
    reason: `techniques are grouped by one of ${GROUPINGS.join(', ')}`,
  },
  of: {
    read: (value) => (/^[A-Za-z0-9_.~-]{1,64}$/.test(value) ? { of: value } : null),
    reason: 'no team can have this id',
  },
  skill: {
    read: (value) => (/^[a-z0-9_]{1,64}$/.test(value) ? { skill: value } : null),
    reason: 'no technique can have this id',
  },
};

/**
 * A share of opportunities would be all or nothing among those that were handled so, and a measure has other
 * denominators: neither can narrow a page of skills.
 */
function overOpportunities(filters: Filters): Filters {
  const ignored: Ignored[] = [];
  if (filters.measure !== null)
    ignored.push(toIgnored('measure', filters.measure, 'skills are told of all incidents'));
  const selections = filters.selections.map((selection): Selection => {
    if (selection.dimension !== 'technique') return selection;
    const parameter = selection.exclude ? 'technique.not' : 'technique';
    const values = selection.values.filter((value) => !value.includes('~'));
    for (const value of selection.values.filter((each) => each.includes('~')))
      ignored.push(toIgnored(parameter, value, 'skills are told of all opportunities'));
    return { ...selection, values };
  });
  if (ignored.length === 0) return filters;
  const narrowed = { measure: null, selections: normaliseSelections(selections) };
  return { ...filters, ...narrowed, ignored: [...filters.ignored, ...ignored] };
}
