import type { Baseline, ChartSettings, Remark, Span } from './control-chart.ts';

/** A stretch of a series and the points of it that limits come from. */
export interface BasedStretch extends Span {
  reason: string | null;
  /** From the first to the last point of the baseline. */
  baseline: Span;
  /** The points of the baseline without the excluded ones, gaps included. */
  base: readonly number[];
}

/**
 * Where limits restart and which points they come from.
 *
 * A null is a gap. Each rebase begins a stretch. A stretch is judged by its own first points with a value, by the part of a chosen
 * span that lies in it, or else by all of its points. Excluded points are taken out before differences are formed,
 * so that their neighbours meet, as qicharts2 and autospc do it; gaps stay and are never bridged. A RangeError for
 * an index outside of the series, one named twice, a remark without a reason, or a baseline that holds nothing.
 * Example: 30 points, a rebase at 20: stretches 0 to 20 and 20 to 30.
 */
export function layStretches(points: readonly unknown[], settings: ChartSettings): BasedStretch[] {
  const { baseline = null, exclusions = [], rebases = [] } = settings;
  checkRemarks('an exclusion', exclusions, 0, points.length);
  checkRemarks('a rebase', rebases, 1, points.length);
  checkBaseline(baseline, points.length);
  const left = new Set(exclusions.map(({ index }) => index));
  const starts = [{ index: 0, reason: null }, ...[...rebases].sort((one, other) => one.index - other.index)];
  return starts.map(({ index: from, reason }, position) => {
    const until = starts[position + 1]?.index ?? points.length;
    const span = baselineOf({ from, until }, points, baseline, left);
    const base = indexesOf(span).filter((index) => !left.has(index));
    return { from, until, reason, baseline: span, base };
  });
}

function baselineOf(
  { from, until }: Span,
  points: readonly unknown[],
  baseline: Baseline | null,
  left: ReadonlySet<number>,
): Span {
  if (baseline === null) return { from, until };
  if ('first' in baseline) {
    const usable = indexesOf({ from, until }).filter((index) => points[index] !== null && !left.has(index));
    const last = usable[baseline.first - 1];
    return { from, until: last === undefined ? until : last + 1 };
  }
  const inside = { from: Math.max(from, baseline.from), until: Math.min(until, baseline.until) };
  return inside.from < inside.until ? inside : { from, until };
}

function indexesOf({ from, until }: Span): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, offset) => from + offset);
}

function checkRemarks(what: string, remarks: readonly Remark[], least: number, until: number): void {
  const seen = new Set<number>();
  for (const { index, reason } of remarks) {
    if (!(Number.isInteger(index) && index >= least && index < until))
      throw new RangeError(`there is no point ${index} to set ${what} at`);
    if (seen.has(index)) throw new RangeError(`point ${index} has two reasons for ${what}`);
    if (reason.trim() === '') throw new RangeError(`${what} at point ${index} has no reason`);
    seen.add(index);
  }
}

function checkBaseline(baseline: Baseline | null, length: number): void {
  if (baseline === null) return;
  if ('first' in baseline) {
    if (Number.isInteger(baseline.first) && baseline.first >= 2) return;
    throw new RangeError(`a baseline takes at least its first 2 points, got ${baseline.first}`);
  }
  const { from, until } = baseline;
  const whole = Number.isInteger(from) && Number.isInteger(until);
  if (whole && from >= 0 && until <= length && from < until) return;
  throw new RangeError(`a baseline from point ${from} to before ${until} is no part of ${length} points`);
}
