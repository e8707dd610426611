import type { OrderKey } from '@/db/list-order.ts';
import { type ListSource, toListKey, toOrderKey } from '@/db/reports/list-source.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { ListPlace } from '@/lib/filters/list-place.ts';
import type { ListState } from '@/lib/filters/list-state.ts';

/** A page of a list, and where the pages beside it are. */
export interface ListPage {
  numbers: readonly number[];
  /** How many incidents a full page has. */
  size: number;
  /** How many of the list stand before it; null where that was not counted. */
  before: number | null;
  previous: ListPlace | null;
  next: ListPlace | null;
}

interface Asked {
  state: ListState;
  size: number;
  /** How many the whole list has; null where that was not counted to the end. */
  count: () => Promise<number | null>;
}

/**
 * The page of a list at its place. Where nothing follows the place any more, it is the last page; where too few
 * incidents stand before it to fill a page, the first.
 */
export async function askListPage(reading: Reading, source: ListSource, asked: Asked): Promise<ListPage> {
  const { state, size } = asked;
  const { place } = state;
  if (place === 'first') return firstPage(reading, source, asked);
  if (place === 'last') return lastPage(reading, source, asked);
  const from = toOrderKey(reading, state, place.key);
  if (!from) return firstPage(reading, source, asked);
  const backwards = place.side === 'before';
  const keys = await source.list({ limit: size + 1, from, backwards });
  if (backwards && keys.length < size + 1) return firstPage(reading, source, asked);
  if (keys.length === 0) return lastPage(reading, source, asked);
  const isMore = keys.length > size;
  const shown = backwards ? keys.slice(isMore ? 1 : 0) : keys.slice(0, size);
  return toPage(reading, source, asked, shown, {
    earlier: !backwards || isMore,
    later: backwards || isMore,
  });
}

async function firstPage(reading: Reading, source: ListSource, asked: Asked): Promise<ListPage> {
  const keys = await source.list({ limit: asked.size + 1, from: null, backwards: false });
  const there = { earlier: false, later: keys.length > asked.size };
  return toPage(reading, source, asked, keys.slice(0, asked.size), there);
}

/** As many as are left when the pages are counted from the first one. */
async function lastPage(reading: Reading, source: ListSource, asked: Asked): Promise<ListPage> {
  const { size } = asked;
  const count = await asked.count();
  const limit = count === null ? size : count % size || size;
  const keys = await source.list({ limit, from: null, backwards: true });
  return toPage(reading, source, asked, keys, { earlier: count === null || count > limit, later: false });
}

async function toPage(
  reading: Reading,
  source: ListSource,
  { state, size, count }: Asked,
  keys: readonly OrderKey[],
  there: { earlier: boolean; later: boolean },
): Promise<ListPage> {
  const [first, last] = [keys[0], keys.at(-1)];
  const countEarlier = async () => {
    if (!first || !there.earlier) return 0;
    return (await count()) === null ? null : source.countBefore(first);
  };
  return {
    numbers: keys.map(({ number }) => number),
    size,
    before: await countEarlier(),
    previous: first && there.earlier ? { side: 'before', key: toListKey(reading, state, first) } : null,
    next: last && there.later ? { side: 'after', key: toListKey(reading, state, last) } : null,
  };
}
