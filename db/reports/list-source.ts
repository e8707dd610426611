import type { ListOrder, OrderFigure, OrderKey, Stretch } from '@/db/list-order.ts';
import { countByDimension } from '@/db/queries/incident-counts.ts';
import { countBefore, findKey, listKeys } from '@/db/queries/incident-list.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type Group, groupsFrom } from '@/lib/analysis/groups-from.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { ListKey } from '@/lib/filters/list-place.ts';
import type { ListState, SortKey } from '@/lib/filters/list-state.ts';
import { countedTerms, type Term } from '@/lib/filters/vocabulary.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** What the rows of a list come from, in one order: the facts, or what a search found in the record. */
export interface ListSource {
  list(stretch: Stretch): Promise<OrderKey[]>;
  countBefore(key: OrderKey): Promise<number>;
  find(number: number): Promise<OrderKey | null>;
}

/** The list of what the filters of a reading leave, or of what a search found among it. */
export async function openList(reading: Reading, state: ListState): Promise<ListSource> {
  const { snapshot, viewer, asked } = reading;
  const order = orderOf(reading, state);
  if (order.by === 'dimension' && !asked.found) return openGrouped(reading, order);
  return {
    list: (stretch) => listKeys(snapshot, viewer, asked, order, stretch),
    countBefore: (key) => countBefore(snapshot, viewer, asked, order, key),
    find: (number) => findKey(snapshot, viewer, asked, order, number),
  };
}

/**
 * By the values of a dimension only the incidents of the values that the rows have need be sorted. To know these, what
 * the filters leave is counted by value, which is cheap among facts alone.
 */
async function openGrouped(
  { snapshot, viewer, asked }: Reading,
  order: Extract<ListOrder, { by: 'dimension' }>,
): Promise<ListSource> {
  const { dimension } = order;
  const groups = inTheOrder(order.codes, await countByDimension(snapshot, viewer, asked, dimension));
  const only = (codes: readonly number[]) => ({
    order: { ...order, codes },
    asked: { ...asked, selections: [...asked.selections, { dimension, exclude: false, codes }] },
  });
  return {
    list(stretch) {
      const { limit, from, backwards } = stretch;
      const some = only(groupsFrom(groups, { from: from?.value ?? null, limit, backwards }));
      return listKeys(snapshot, viewer, some.asked, some.order, stretch);
    },
    async countBefore(key) {
      const at = groups.findIndex(({ code }) => code === key.value);
      const earlier = groups.slice(0, at).reduce((sum, { count }) => sum + count, 0);
      const own = only([key.value ?? UNKNOWN_CODE]);
      return earlier + (await countBefore(snapshot, viewer, own.asked, own.order, key));
    },
    find: (number) => findKey(snapshot, viewer, asked, order, number),
  };
}

/** The groups by their codes, and behind them those whose code is in no vocabulary that the viewer sees. */
function inTheOrder(
  codes: readonly number[],
  counts: readonly { code: number | null; count: number }[],
): Group[] {
  const byCode = new Map(counts.map(({ code, count }) => [code ?? UNKNOWN_CODE, count]));
  const others = [...byCode.keys()].filter((code) => !codes.includes(code));
  return [...codes, ...others].map((code) => ({ code, count: byCode.get(code) ?? 0 }));
}

/** The order that a state of the list asks for, with the values of a dimension as people would sort them. */
export function orderOf({ vocabularies }: Reading, { sort, descending }: ListState): ListOrder {
  const dimension = dimensionOf[sort];
  if (!dimension) return { by: figureOf[sort] ?? 'occurred', descending };
  return { by: 'dimension', dimension, codes: inOrder(vocabularies[dimension], dimension, descending) };
}

/** A key as addresses have it. */
export function toListKey({ vocabularies }: Reading, { sort }: ListState, key: OrderKey): ListKey {
  const { value, occurredOn, occurredMinute, number } = key;
  const dimension = dimensionOf[sort];
  const id = dimension && (vocabularies[dimension].find(({ code }) => code === value)?.id ?? `${value}`);
  const isFigure = sort === 'severity' || sort === 'emotion' || sort === 'close';
  return {
    value: id ?? (isFigure ? value : null),
    day: occurredOn,
    minute: occurredMinute - midnightOf(occurredOn),
    number,
  };
}

/** The inverse; null where the value that the key is of is not there. */
export function toOrderKey({ vocabularies }: Reading, { sort }: ListState, key: ListKey): OrderKey | null {
  const dimension = dimensionOf[sort];
  const beside = {
    occurredOn: key.day,
    occurredMinute: key.minute + midnightOf(key.day),
    number: key.number,
  };
  if (!dimension) return { value: typeof key.value === 'number' ? key.value : null, ...beside };
  const term = vocabularies[dimension].find(({ id }) => id === key.value);
  if (term) return { value: term.code, ...beside };
  // What the viewer has no name for is written by its code.
  const code = /^\d{1,9}$/.test(String(key.value)) ? Number(key.value) : null;
  return code === null ? null : { value: code, ...beside };
}

const midnightOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 60_000;

const dimensionOf: Partial<Record<SortKey, OneValued>> = {
  trigger: 'trigger',
  outcome: 'outcome',
  level: 'level',
  channel: 'channel',
  team: 'team',
  product: 'product',
};
const figureOf: Partial<Record<SortKey, OrderFigure>> = {
  occurred: 'occurred',
  number: 'number',
  severity: 'severity',
  emotion: 'intensityBefore',
  close: 'minutesToClose',
};

/** Codes as people would sort them: by rank where there is one, else by name; what is not known stays last. */
function inOrder(terms: readonly Term[], dimension: OneValued, descending: boolean): number[] {
  const ranked = dimension === 'outcome' || dimension === 'level';
  const known = countedTerms(terms)
    .filter((term) => term.code !== UNKNOWN_CODE)
    .sort((one, other) => (ranked ? one.rank - other.rank : 0) || byName.compare(one.label, other.label));
  return [...(descending ? known.reverse() : known).map((term) => term.code), UNKNOWN_CODE];
}

const byName = new Intl.Collator('en', { numeric: true });
