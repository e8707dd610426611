import { countIncidents } from '@/db/queries/incident-counts.ts';
import { openList } from '@/db/reports/list-source.ts';
import { openReading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { ListState } from '@/lib/filters/list-state.ts';

/** The incidents beside one in a list, by their numbers, the nearest first; few where an end of the list is near. */
export interface Neighbours {
  before: readonly number[];
  after: readonly number[];
  /** The place in the list from 1, and how long it is; null where a search found more than are counted at once. */
  place: { at: number; of: number } | null;
}

/** So many are told on each side: those that somebody may have gone on to before the next ones are known. */
export const NEIGHBOURS_TOLD = 20;

/**
 * Which incidents stand before and after one in the list of the filters, in the order and under the search of the
 * list's state; the place of its page does not matter. Null where the incident is not in that list.
 */
export async function neighboursOf(
  viewer: Viewer,
  filters: Filters,
  state: ListState,
  number: number,
  options: { record?: RecordDatabase; now?: number; atOnce?: number } = {},
): Promise<Neighbours | null> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, options.now);
  try {
    const search = await openSearch(reading, state.search, options.atOnce);
    const source = await (search ? search.open(state) : openList(reading, state));
    const from = await source.find(number);
    if (!from) return null;
    const limit = NEIGHBOURS_TOLD;
    const place = async () => {
      if (search?.isMany) return null;
      const found = await search?.count();
      const of = found?.count ?? (await countIncidents(reading.snapshot, viewer, reading.asked));
      return { at: (await source.countBefore(from)) + 1, of };
    };
    const [before, after, at] = await Promise.all([
      source.list({ limit, from, backwards: true }),
      source.list({ limit, from, backwards: false }),
      place(),
    ]);
    return {
      before: before.map((key) => key.number).reverse(),
      after: after.map((key) => key.number),
      place: at,
    };
  } finally {
    await reading.snapshot.close();
  }
}
