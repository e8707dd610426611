/**
 * What is compared between units: a share of their cases; events by contacts, days or cases they had; or events by
 * those expected of them.
 */
export type FunnelForm = 'share' | 'rate' | 'ratio';

/** A scale on which the spread of units is nearly normal. */
export interface Transform {
  name: 'arcsine' | 'log' | 'square_root';
  to(value: number): number;
  back(value: number): number;
  /** Standard error of a unit by its denominator (shares) or by the events expected of it. */
  error(size: number): number;
}

/** For shares: arcsine of the square root, standard error 1 / (2 √n). */
export const ARCSINE: Transform = {
  name: 'arcsine',
  to: (share) => Math.asin(Math.sqrt(share)),
  // Beyond either end of the scale the sine would turn back.
  back: (value) => Math.sin(Math.min(Math.PI / 2, Math.max(0, value))) ** 2,
  error: (n) => 1 / (2 * Math.sqrt(n)),
};

/** For events by expected ones where no unit has none: logarithm, standard error 1 / √E. */
export const LOG: Transform = {
  name: 'log',
  to: Math.log,
  back: Math.exp,
  error: (expected) => 1 / Math.sqrt(expected),
};

/** The same where a unit has none: square root, standard error 1 / (2 √E). */
export const SQUARE_ROOT: Transform = {
  name: 'square_root',
  to: Math.sqrt,
  back: (value) => Math.max(0, value) ** 2,
  error: (expected) => 1 / (2 * Math.sqrt(expected)),
};

export const TRANSFORMS = { arcsine: ARCSINE, log: LOG, square_root: SQUARE_ROOT } as const;
