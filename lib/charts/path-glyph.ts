const PITCH = 10;
const MIDDLE = 16;
const SKIP_TO = 6;
const BACK_TO = 26;
const CORNER = 4;

/** The escalation path of one incident as a small drawing, 32 high, one stop for each level of the procedure. */
export interface PathGlyph {
  width: number;
  /** Where the levels stand. */
  stops: readonly number[];
  /** The moves, as SVG path data: straight to the next level, above for skipped levels, below for going back. */
  moves: readonly string[];
  visited: readonly number[];
  last: number | null;
}

/**
 * Lays out the path. `path` holds level codes in order (empty when it is not known), `levels` the codes of all levels
 * in the order of the procedure. A level that the procedure does not have any more is not drawn.
 */
export function layPathGlyph(path: readonly number[], levels: readonly number[]): PathGlyph {
  const visits = path.map((code) => levels.indexOf(code)).filter((stop) => stop >= 0);
  const moves = visits.slice(1).flatMap((to, index) => {
    const from = visits[index];
    return from === undefined || from === to ? [] : [drawMove(from, to)];
  });
  const last = visits.at(-1);
  return {
    width: PITCH * (levels.length + 1),
    stops: levels.map((_, stop) => xOf(stop)),
    moves: [...new Set(moves)],
    visited: [...new Set(visits)].map(xOf),
    last: last === undefined ? null : xOf(last),
  };
}

function drawMove(from: number, to: number): string {
  const [start, end] = [xOf(from), xOf(to)];
  if (to === from + 1) return `M${start},${MIDDLE}H${end}`;
  const back = to < from;
  const lane = back ? BACK_TO : SKIP_TO;
  const rise = back ? lane - CORNER : lane + CORNER;
  const inwards = back ? -CORNER : CORNER;
  return [
    `M${start},${MIDDLE}V${rise}`,
    `Q${start},${lane} ${start + inwards},${lane}`,
    `H${end - inwards}`,
    `Q${end},${lane} ${end},${rise}`,
    `V${MIDDLE}`,
  ].join('');
}

function xOf(stop: number): number {
  return PITCH * (stop + 1);
}
