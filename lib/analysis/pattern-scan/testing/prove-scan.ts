import { makeCells, NO_COUNTS } from '../cells.ts';
import { type Combination, isWithin, SCANNED } from '../combinations.ts';
import type { ScanInput } from '../scan-input.ts';
import {
  randomFrom,
  randomRow,
  randomRows,
  shareOf,
  shuffleColumns,
  shuffleWeeks,
  variedRows,
} from './random-rows.ts';
import { holds, type Row, scanRows } from './scan-rows.ts';

const isBefore = (row: Row) => !row.now;

/** The mean share of false findings over so many records in which everything that is found is false. */
export function shareOfFalse(
  runs: number,
  makeRows: (seed: number) => Row[],
  counts: (kind: string) => boolean = () => true,
): number {
  const seeds = Array.from({ length: runs }, (_, index) => index + 1);
  const isFalse = seeds.map((seed) =>
    scanRows(makeRows(seed), { isBefore }).findings.some(({ kind }) => counts(kind)),
  );
  return isFalse.filter(Boolean).length / runs;
}

/** Rows in which much belongs together: triggers have their products, teams their channels, some escalate more. */
export function structuredRows(count: number, seed: number): Row[] {
  const random = randomFrom(seed);
  return randomRows(count, random).map((row) => {
    const codes = [...row.codes];
    if (random() < 0.5) codes[1] = 1 + ((codes[0] ?? 1) % 8);
    if (random() < 0.4) codes[3] = 1 + ((codes[5] ?? 1) % 6);
    return {
      ...row,
      codes,
      escalated: row.escalated === null ? null : random() < 0.2 + 0.03 * (codes[0] ?? 1),
    };
  });
}

export const shuffledColumns = (count: number) => (seed: number) =>
  shuffleColumns(structuredRows(count, seed), randomFrom(seed + 1000));

export const shuffledWeeks = (count: number) => (seed: number) =>
  shuffleWeeks(structuredRows(count, seed), randomFrom(seed + 2000));

export const clumpedRows = (count: number) => (seed: number) =>
  randomRows(count, randomFrom(seed), { clumps: true });

export const rowsOfVaryingRates = (count: number) => (seed: number) => variedRows(count, randomFrom(seed));

/** In how many runs a team is found that has 60 incidents more than the 200 that its contacts let expect, 1.3 times. */
export function runsThatFind(runs: number): number {
  const seeds = Array.from({ length: runs }, (_, index) => index + 1);
  return seeds.filter((seed) => isPlantedFound(randomFrom(31 * seed + 7))).length;
}

const PLANTED: Combination = [{ dimension: 'team', code: 7 }];
const EXPECTED = 200;
const ADDED = 60;
const CONTACTS = 640_000;

function isPlantedFound(random: () => number): boolean {
  const count = Math.round(EXPECTED / chanceOf(PLANTED));
  const rows = [true, false].flatMap((now) =>
    Array.from({ length: count }, () => randomRow(random, Math.floor(random() * 26) + (now ? 26 : 0))),
  );
  const added = Array.from({ length: ADDED }, () => {
    const row = randomRow(random, 26 + Math.floor(random() * 26));
    const codes = [...row.codes];
    for (const { dimension, code } of PLANTED) codes[SCANNED.indexOf(dimension)] = code;
    return { ...row, codes };
  });
  const all = [...rows, ...added];
  const { findings } = scanRows(all, { contacts: contactsOf(all), isBefore });
  return findings.some(({ combination }) => isWithin(combination, PLANTED) && combination.length === 1);
}

/** As many contacts as fit the shares of team, channel and weekday. */
export function contactsOf(rows: readonly Row[]): NonNullable<ScanInput['contacts']> {
  const cells = makeCells();
  const sizes = { channel: 6, team: 12, weekday: 7 } as const;
  const known = ['channel', 'team', 'weekday'] as const;
  const addAll = (combination: Combination, held: readonly Row[], from: number) => {
    if (combination.length > 0) cells.add(combination, countsOf(held, chanceOf(combination)));
    known.forEach((dimension, place) => {
      if (place < from) return;
      for (let code = 1; code <= sizes[dimension]; code++) {
        const value = { dimension, code };
        addAll([...combination, value], held.filter(holds([value])), place + 1);
      }
    });
  };
  addAll([], rows, 0);
  return { all: countsOf(rows, 1), cells };
}

function countsOf(rows: readonly Row[], share: number) {
  const now = rows.filter((row) => row.now).length;
  const contacts = Math.round(share * CONTACTS);
  return { ...NO_COUNTS, now, before: rows.length - now, contacts, contactsBefore: contacts };
}

function chanceOf(combination: Combination): number {
  return combination.reduce(
    (product, { dimension, code }) => product * shareOf(SCANNED.indexOf(dimension), code),
    1,
  );
}
