export interface Minimum {
  point: readonly number[];
  value: number;
  iterations: number;
}

type Corner = { point: readonly number[]; value: number };

const MOST_ITERATIONS = 1000;

/**
 * Where a function of a few variables is smallest, from a start nearby and without its derivatives.
 *
 * Method: simplex with reflection 1, expansion 2, contraction 1/2 and shrinking 1/2 (Nelder and Mead 1965, Computer
 * Journal 7:308-313), until the values at its corners differ by less than `tolerance` and the corners by less than
 * 1e-5, at most 1,000 times. It finds a local minimum; without a variable it throws a RangeError. Example: of (x − 1)² + (y + 2)² from [0, 0]: [1, −2].
 */
export function nelderMead(
  measure: (point: readonly number[]) => number,
  start: readonly number[],
  tolerance = 1e-9,
): Minimum {
  if (start.length === 0) throw new RangeError('there is nothing to vary');
  const corner = (point: readonly number[]): Corner => ({ point, value: measure(point) });
  let simplex = [
    corner(start),
    ...start.map((_, moved) => corner(start.map((value, axis) => value + (axis === moved ? 0.5 : 0)))),
  ];
  for (let iterations = 0; ; iterations++) {
    simplex = simplex.sort((one, other) => one.value - other.value);
    const [best = corner(start)] = simplex;
    const worst = simplex.at(-1) ?? best;
    if (iterations === MOST_ITERATIONS || settled(best, worst, tolerance)) return { ...best, iterations };
    simplex = nextSimplex(simplex, best, worst, corner);
  }
}

function settled(best: Corner, worst: Corner, tolerance: number): boolean {
  const apart = best.point.map((value, axis) => Math.abs(value - (worst.point[axis] ?? value)));
  return Math.abs(worst.value - best.value) < tolerance && Math.max(...apart) < 1e-5;
}

function nextSimplex(
  simplex: readonly Corner[],
  best: Corner,
  worst: Corner,
  corner: (point: readonly number[]) => Corner,
): Corner[] {
  const others = simplex.slice(0, -1);
  const middle = best.point.map(
    (_, axis) => others.reduce((sum, { point }) => sum + (point[axis] ?? 0), 0) / others.length,
  );
  const away = (times: number) =>
    corner(middle.map((value, axis) => value + times * (value - (worst.point[axis] ?? value))));
  const reflected = away(1);
  if (reflected.value < best.value) {
    const expanded = away(2);
    return [...others, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < (others.at(-1)?.value ?? best.value)) return [...others, reflected];
  const contracted = reflected.value < worst.value ? away(0.5) : away(-0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...others, contracted];
  return simplex.map(({ point }) =>
    corner(point.map((value, axis) => ((best.point[axis] ?? value) + value) / 2)),
  );
}
