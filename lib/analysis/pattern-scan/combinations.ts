import type { DimensionId } from '../../filters/dimensions.ts';

/** What patterns are combinations of, in the order in which they are told. */
export const SCANNED = [
  'trigger',
  'product',
  'stage',
  'channel',
  'state',
  'team',
  'site',
  'weekday',
  'band',
] as const satisfies readonly DimensionId[];
export type Scanned = (typeof SCANNED)[number];

export interface PatternValue {
  dimension: Scanned;
  code: number;
}

/** One to three values of different dimensions, in their order. */
export type Combination = readonly PatternValue[];

export const MOST_VALUES = 3;

/** Every set of one to three dimensions but those of a team with its site: 9 + 35 + 77 = 121. */
export const DIMENSION_SETS: readonly (readonly Scanned[])[] = [1, 2, 3]
  .flatMap((size) => subsets(SCANNED, size))
  .filter(isScanned);

/** Whether these dimensions are combined: a team has its site, so that both say no more than the team. */
export function isScanned(set: readonly Scanned[]): boolean {
  return !(set.includes('team') && set.includes('site'));
}

/** Up to four dimensions that are counted together, and the sets among them that are summed up from that. */
export interface Block {
  dimensions: readonly Scanned[];
  sets: readonly (readonly Scanned[])[];
}

/**
 * So few blocks of four that each set of dimensions is in one of them: some 25 in place of 121 readings of all incidents.
 * Greedily: always the block that holds most sets of three which none holds yet.
 */
export const BLOCKS: readonly Block[] = coverSets();

function coverSets(): Block[] {
  const offered = subsets(SCANNED, 4);
  const left = new Set(DIMENSION_SETS);
  const blocks: Block[] = [];
  while (left.size > 0) {
    const held = (block: readonly Scanned[]) =>
      [...left].filter((set) => set.every((dimension) => block.includes(dimension)));
    const block = offered.reduce((best, block) => (weigh(held(block)) > weigh(held(best)) ? block : best));
    const sets = held(block);
    for (const set of sets) left.delete(set);
    blocks.push({
      dimensions: block.filter((dimension) => sets.some((set) => set.includes(dimension))),
      sets,
    });
  }
  return blocks;
}

function weigh(sets: readonly (readonly Scanned[])[]): number {
  return sets.reduce((sum, { length }) => sum + 100 ** (length - 1), 0);
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((first, index) =>
    subsets(all.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

/** The values that both have together; null where no incident can have both. */
export function both(one: Combination, other: Combination): Combination | null {
  const added = other.filter((value) => !one.some((own) => own.dimension === value.dimension));
  const agrees = other.every(({ dimension, code }) =>
    one.every((own) => own.dimension !== dimension || own.code === code),
  );
  return agrees ? inOrder([...one, ...added]) : null;
}

/** Whether every incident with the one has the other, too, by its values alone. */
export function isWithin(one: Combination, other: Combination): boolean {
  return other.every(({ dimension, code }) =>
    one.some((own) => own.dimension === dimension && own.code === code),
  );
}

/** The combination without each of its values in turn; none of a single value. */
export function parentsOf(combination: Combination): Combination[] {
  if (combination.length < 2) return [];
  return combination.map((_, without) => combination.filter((_value, index) => index !== without));
}

function inOrder(values: readonly PatternValue[]): Combination {
  const place = ({ dimension }: PatternValue) => SCANNED.indexOf(dimension);
  return [...values].sort((one, other) => place(one) - place(other));
}
