import type { SignalState } from './chart-model.ts';
import { rounded } from './svg.ts';

/** The outline of a signal: a triangle for concern, a diamond otherwise; `size` is half its height. */
export function signalShape(
  state: Exclude<SignalState, 'common'>,
  x: number,
  y: number,
  size: number,
): string {
  const from = `M${rounded(x)} ${rounded(y - size)}`;
  const s = rounded(size);
  if (state === 'concern') {
    const half = rounded(size * 1.055);
    return `${from}l${half} ${rounded(size * 1.855)}h-${rounded(size * 2.11)}z`;
  }
  return `${from}l${s} ${s}l-${s} ${s}l-${s} -${s}z`;
}
