import { benjaminiHochberg } from '../../statistics/false-discovery.ts';
import type { Combination } from './combinations.ts';
import { PATTERN_KINDS, type PatternKind } from './evidence.ts';

/** The share of false findings that is accepted among those that are told. */
export const FALSE_SHARE = 0.1;

/** What was asked of what: a kind of excess of one, two or three values. */
interface Asked {
  kind: PatternKind;
  combination: Combination;
}

/** How many tests were looked at, and how each p-value counts among them. */
export interface Family {
  total: number;
  weigh(p: number, of: Asked): number;
}

/** All tests together, and those of each kind by themselves. */
export interface Looked extends Family {
  within(kind: PatternKind): Family;
}

/** Whether a p-value is that of a finding. */
export type Bar = (p: number, of: Asked) => boolean;

/** Counts tests by their kind and size. */
export function countTests() {
  const sorts = new Map<string, { size: number; tests: number }>();
  const add = (of: Asked) => {
    const size = of.combination.length;
    sorts.set(sortOf(of), { size, tests: (sorts.get(sortOf(of))?.tests ?? 0) + 1 });
  };
  const looked = (): Looked => {
    const within = (kind: PatternKind) =>
      weighTests(new Map([...sorts].filter(([sort]) => sort.startsWith(`${kind} `))));
    const kinds = new Map(PATTERN_KINDS.map((kind) => [kind, within(kind)]));
    return { ...weighTests(sorts), within: (kind) => kinds.get(kind) ?? within(kind) };
  };
  return { add, looked };
}

/** How the false findings that are accepted are shared out to single values, pairs and triples of each kind. */
const PARTS = [3, 2, 1];

/**
 * Gives each kind of question an equal part of the false findings that are accepted, and of that half to single values, a
 * third to pairs and a sixth to triples: there are a hundred times as many triples as single values, and a simple
 * pattern, which is also the likelier one, should not be lost among them.
 *
 * Method: Benjamini and Hochberg with weights whose mean over all tests is 1 (Genovese, Roeder and Wasserman 2006,
 * Biometrika 93:509-524): a p-value is multiplied by its sort's part of all tests and divided by the sort's part of the
 * whole. Example: of 60 singles, 900 pairs and 3,040 triples of one kind a single's p counts 60 / 4,000 · 6 / 3 = 0.03
 * times.
 */
function weighTests(sorts: ReadonlyMap<string, { size: number; tests: number }>): Family {
  const all = [...sorts.values()];
  const total = all.reduce((sum, { tests }) => sum + tests, 0);
  const parts = all.reduce((sum, { size }) => sum + partOf(size), 0);
  return {
    total,
    weigh: (p, of) => {
      const { size, tests } = sorts.get(sortOf(of)) ?? { size: of.combination.length, tests: total };
      return Math.min(1, (p * (tests / total) * parts) / partOf(size));
    },
  };
}

/** Chances of many zeros are all 0: of these the simpler pattern comes first. */
function sizeOf({ combination }: Asked): number {
  return combination.length;
}

function partOf(size: number): number {
  return PARTS[size - 1] ?? 1;
}

function sortOf({ kind, combination }: Asked): string {
  return `${kind} ${combination.length}`;
}

/** A test with its p-value as it counts, and its q. */
export type Ranked<Test> = Test & { weighed: number; q: number };

/**
 * Those of many tests that hold up and are told, the least likely by chance first.
 *
 * A strong pattern makes hundreds of its parts significant. Were each of them counted, the share of false ones would hold
 * for all of them together and not for the few that are told. So only those that are told count as found, of all tests
 * that were looked at; since that moves the bar by which they are chosen, it is done until nothing changes any more.
 *
 * Each kind is held to the same share by itself too: many true findings of one kind would else lift the bar of another
 * in which nothing is true, and most of what is told there would be false.
 * @param choose leaves out what says nothing of its own, asked as sharply as `isFinding` says
 */
export function tellApart<Test extends Asked & { p: number }>(
  tests: readonly Test[],
  looked: Looked,
  choose: (significant: Ranked<Test>[], isFinding: Bar) => Ranked<Test>[],
): Ranked<Test>[] {
  let told = rank(tests, looked);
  for (let before = -1; told.length !== before; ) {
    before = told.length;
    told = rank(choose(told, barOf(told, looked)), looked);
  }
  return told;
}

/** The bar that holds where so many are told: the largest weighed p with which one of them holds up, of all and of its kind. */
export function barOf(told: readonly Asked[], looked: Looked): Bar {
  const reaches = ({ total, weigh }: Family, p: number, of: Asked, among: readonly Asked[]) =>
    weigh(p, of) <= (FALSE_SHARE * among.length) / total;
  return (p, of) => {
    const alike = told.filter(({ kind }) => kind === of.kind);
    return reaches(looked, p, of, told) && reaches(looked.within(of.kind), p, of, alike);
  };
}

function rank<Test extends Asked & { p: number }>(tests: readonly Test[], looked: Looked): Ranked<Test>[] {
  const weighed = tests.map((test) => looked.weigh(test.p, test));
  const qs = benjaminiHochberg(weighed, looked.total);
  const own = qsByKind(tests, looked);
  return tests
    .map((test, index) => ({
      ...test,
      weighed: weighed[index] ?? 1,
      q: Math.max(qs[index] ?? 1, own[index] ?? 1),
    }))
    .filter(({ q }) => q <= FALSE_SHARE)
    .sort((one, other) => one.weighed - other.weighed || sizeOf(one) - sizeOf(other));
}

function qsByKind(tests: readonly (Asked & { p: number })[], looked: Looked): number[] {
  const qs: number[] = [];
  for (const kind of new Set(tests.map((test) => test.kind))) {
    const places = tests.flatMap((test, index) => (test.kind === kind ? [index] : []));
    const { total, weigh } = looked.within(kind);
    const weighed = places.map((place) => (tests[place] ? weigh(tests[place].p, tests[place]) : 1));
    const own = benjaminiHochberg(weighed, total);
    for (const [index, place] of places.entries()) qs[place] = own[index] ?? 1;
  }
  return qs;
}
