import { type Interval, Z95 } from '../wilson.ts';

/** What a near miss counts: nothing, in proportion to the steps, or to their square. */
export type Weighting = 'none' | 'linear' | 'quadratic';

export interface CohenKappa {
  /** Share of the units on which both raters agree, near misses counted by their weight. */
  agreement: number;
  expected: number;
  /** Null where chance alone would agree fully, as when both give one category only: not defined. */
  kappa: number | null;
  /** For the interval; null with kappa. */
  standardError: number | null;
  /** If there were no agreement beyond chance: for z and a test. */
  nullStandardError: number | null;
  /** 95 %, cut at 1; null where the standard error is 0. */
  interval: Interval | null;
  z: number | null;
  n: number;
}

/**
 * Agreement of two raters beyond chance; null without units. `table[i][j]` units got category i from the first and j
 * from the second, on the whole scale of the rubric, used or not.
 *
 * Method: (agreement − expected) / (1 − expected), where expected comes from the two raters' own shares and near misses
 * weigh 1 − |i − j| / (k − 1) or its square (Cohen 1960, 1968); both standard errors by Fleiss, Cohen and Everitt (1969,
 * Psychological Bulletin 72:323-327). A table that is not square, of fewer than two categories or with negative counts
 * is a RangeError. Example: [[0, 4, 1], [0, 8, 0], [0, 1, 5]]: 0.4842, from 0.2137 to 0.7547.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weighting: Weighting = 'none',
): CohenKappa | null {
  check(table);
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / n);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n);
  const weight = weigher(weighting, table.length);
  const rowWeights = table.map((_, i) => columns.reduce((sum, share, j) => sum + share * weight(i, j), 0));
  const columnWeights = table.map((_, j) => rows.reduce((sum, share, i) => sum + share * weight(i, j), 0));
  const sum = (term: (i: number, j: number, share: number, chance: number) => number) =>
    table.reduce(
      (total, row, i) =>
        row.reduce(
          (part, count, j) => part + term(i, j, count / n, (rows[i] ?? 0) * (columns[j] ?? 0)),
          total,
        ),
      0,
    );
  const agreement = sum((i, j, share) => share * weight(i, j));
  const expected = sum((i, j, _, chance) => chance * weight(i, j));
  const room = 1 - expected;
  const undefinedKappa = {
    kappa: null,
    standardError: null,
    nullStandardError: null,
    interval: null,
    z: null,
  };
  if (room < 1e-12) return { agreement, expected, ...undefinedKappa, n };
  const kappa = (agreement - expected) / room;
  const margins = (i: number, j: number) => (rowWeights[i] ?? 0) + (columnWeights[j] ?? 0);
  const squares = sum((i, j, share) => share * (weight(i, j) - margins(i, j) * (1 - kappa)) ** 2);
  const nullSquares = sum((i, j, _, chance) => chance * (weight(i, j) - margins(i, j)) ** 2);
  const error = (variance: number) => Math.sqrt(Math.max(0, variance) / n) / room;
  const standardError = error(squares - (kappa - expected * (1 - kappa)) ** 2);
  const nullStandardError = error(nullSquares - expected ** 2);
  return {
    agreement,
    expected,
    kappa,
    standardError,
    nullStandardError,
    interval: standardError > 1e-9 ? around(kappa, Z95 * standardError) : null,
    z: nullStandardError > 1e-9 ? kappa / nullStandardError : null,
    n,
  };
}

function check(table: readonly (readonly number[])[]): void {
  if (table.length < 2 || table.some((row) => row.length !== table.length))
    throw new RangeError('a table of two raters is square, with at least two categories');
  if (table.flat().some((count) => !(count >= 0))) throw new RangeError('a count is below 0');
}

function weigher(weighting: Weighting, categories: number): (i: number, j: number) => number {
  if (weighting === 'none') return (i, j) => (i === j ? 1 : 0);
  const steps = (i: number, j: number) => Math.abs(i - j) / (categories - 1);
  return (i, j) => 1 - (weighting === 'linear' ? steps(i, j) : steps(i, j) ** 2);
}

function around(kappa: number, reach: number): Interval {
  return [kappa - reach, Math.min(1, kappa + reach)];
}
