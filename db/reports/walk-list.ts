import type { OrderKey, Stretch } from '@/db/list-order.ts';

const FIRST = 200;
const MOST = 4000;

/**
 * The next rows of a list of which something holds that only asking can tell: more of the list is asked for until there
 * are enough. Null where so many have been asked that another way is sooner at its end.
 * @param list rows of the whole list
 * @param keep which of these numbers it holds of
 */
export async function walkList(
  list: (stretch: Stretch) => Promise<OrderKey[]>,
  keep: (numbers: readonly number[]) => Promise<readonly number[]>,
  { limit, from, backwards }: Stretch,
  { first, most } = { first: FIRST, most: MOST },
): Promise<OrderKey[] | null> {
  let kept: OrderKey[] = [];
  let at = from;
  for (let size = first, asked = 0; asked < most; asked += size, size *= 2) {
    const keys = await list({ limit: size, from: at, backwards });
    const held = new Set(await keep(keys.map(({ number }) => number)));
    const more = keys.filter(({ number }) => held.has(number));
    kept = backwards ? [...more, ...kept] : [...kept, ...more];
    if (kept.length >= limit) return backwards ? kept.slice(-limit) : kept.slice(0, limit);
    if (keys.length < size) return kept;
    at = (backwards ? keys[0] : keys.at(-1)) ?? null;
  }
  return null;
}
