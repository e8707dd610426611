import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';
import type { Filters, Ignored, Selection } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { oneOf, readState, type StateReaders } from './read-state.ts';
import { type SearchParams, toIgnored } from './search-params.ts';
import { normaliseSelections } from './selections.ts';

/** By what techniques are put together. */
export const GROUPINGS = ['section', 'leap'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What can be compared with its like. */
export const COMPARED_BY = ['team', 'site'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

/** Measures of which a team or site has a share, a rate, a mean or a middle: not a number of incidents, nor a sum. */
export const COMPARED_MEASURES: readonly MeasureId[] = MEASURE_IDS.filter((id) => {
  const { aggregate } = MEASURES[id];
  return aggregate !== 'count' && aggregate !== 'sum';
});

/** How the pages of skills stand beside their filters. */
export interface SkillsState {
  group: Grouping;
  /** The id of the team that is looked at closely, and of the technique. */
  of: string | null;
  skill: string | null;
  /** What teams or sites are compared by. */
  chart: MeasureId;
  by: ComparedBy;
}

export const DEFAULT_SKILLS: SkillsState = {
  group: 'section',
  of: null,
  skill: null,
  chart: 'de_escalation_rate',
  by: 'team',
};

/**
 * Reads the whole address of a page of skills: its filters, and `group`, `of`, `skill`, `chart` and `by`. Never throws; what cannot be
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
export function toSkillsParams({ group, of, skill, chart, by }: SkillsState): string {
  return [
    ...(group === DEFAULT_SKILLS.group ? [] : [`group=${group}`]),
    ...(of === null ? [] : [`of=${of}`]),
    ...(skill === null ? [] : [`skill=${skill}`]),
    ...(chart === DEFAULT_SKILLS.chart ? [] : [`chart=${chart}`]),
    ...(by === DEFAULT_SKILLS.by ? [] : [`by=${by}`]),
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
  chart: {
    read: oneOf('chart', COMPARED_MEASURES),
    reason: 'there is no measure of this name to compare by',
  },
  by: { read: oneOf('by', COMPARED_BY), reason: `compared are ${COMPARED_BY.join('s or ')}s` },
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
