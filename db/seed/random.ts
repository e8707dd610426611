/** A stream of chance that is the same for the same seed on every machine. */
export interface Random {
  /** Even in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T;
  normal(): number;
  /** A stream of its own: what is drawn from it leaves this one as it is. */
  fork(name: string): Random;
}

/** Makes a stream from a seed. Mulberry32 (T. Ettinger, 2017): 32 bits of state, enough for a sample. */
export function seedRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (values) => {
      const index = Math.floor(next() * values.length);
      if (index >= values.length) throw new RangeError('there is nothing to pick from');
      return values[index] as (typeof values)[number];
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => seedRandom(Math.imul(seed ^ hashName(name), 0x9e3779b1)),
  };
}

/** A number in [0, 1) that belongs to a name: the same wherever and whenever it is asked for. */
export function fractionOf(name: string): number {
  return seedRandom(hashName(name)).next();
}

/** FNV-1a, 32 bits. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash;
}
