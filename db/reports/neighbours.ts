import { openList } from '@/db/reports/list-source.ts';
import { openReading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { ListState } from '@/lib/filters/list-state.ts';

/** The incidents right beside one in a list, by their numbers; null at an end of the list. */
export interface Neighbours {
  previous: number | null;
  next: number | null;
}

/**
 * Which incidents stand right before and after one in the list of the filters, in the order and under the search of
 * the list's state; the place of its page does not matter. Null where the incident is not in that list.
 */
export async function neighboursOf(
  viewer: Viewer,
  filters: Filters,
  state: ListState,
  number: number,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<Neighbours | null> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, options.now);
  try {
    const search = await openSearch(reading, state.search);
    const source = await (search ? search.open(state) : openList(reading, state));
    const from = await source.find(number);
    if (!from) return null;
    const [[before], [after]] = await Promise.all([
      source.list({ limit: 1, from, backwards: true }),
      source.list({ limit: 1, from, backwards: false }),
    ]);
    return { previous: before?.number ?? null, next: after?.number ?? null };
  } finally {
    await reading.snapshot.close();
  }
}
