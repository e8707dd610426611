import { respond } from '@/app/_server/respond.ts';
import { type FilterChoices, VALUES } from '@/app/_ui/frame/filter-choices.ts';
import { filterOptions } from '@/db/reports/filter-options.ts';
import { NotFound } from '@/lib/errors.ts';
import { DIMENSIONS, isOneValued } from '@/lib/filters/dimensions.ts';
import { without, withSelection } from '@/lib/filters/edit-filters.ts';
import { parseListState } from '@/lib/filters/list-state.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';

/** The values of a dimension with their counts under the other filters and the search, and the queries that choosing leads to. */
export const GET = respond<{ dimension: string }>(
  async ({ viewer, request, params }): Promise<FilterChoices> => {
    const dimension = DIMENSIONS.find(({ id }) => id === params.dimension);
    if (!dimension) throw new NotFound(`There is no filter named ${params.dimension}.`);
    const asked = new URL(request.url).searchParams;
    const filters = parseFiltersOfPeople(asked);
    const { search } = parseListState(asked).list;
    const free = without(filters, dimension.id);
    const chosen = (exclude: boolean) =>
      toSearchParams(withSelection(free, { dimension: dimension.id, exclude, values: [VALUES] }));
    return {
      label: dimension.label,
      isOneEach: isOneValued(dimension.id),
      options: await filterOptions(viewer, filters, dimension.id, { search }),
      is: valuesOf(filters, dimension.id),
      isNot: valuesOf(filters, dimension.id, true),
      isQuery: chosen(false),
      isNotQuery: chosen(true),
      free: toSearchParams(free),
    };
  },
  { right: 'see_incidents', quota: 'search' },
);
