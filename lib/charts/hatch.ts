import { look, type Theme } from './looks.ts';
import { element } from './svg.ts';

/** The patterns of what is not known: of bars and nodes, and the softer one of cells. */
export const HATCH = { mark: 'lookback-hatch', cell: 'lookback-hatch-cell' } as const;

/** Their definitions, once a drawing. */
export function hatchPatterns(theme: Theme): string {
  const stripes = (id: string, pitch: number, line: 'hatchline' | 'hatchline-soft') =>
    element(
      'pattern',
      { id, width: pitch, height: pitch, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('path', { ...look(theme, line), d: `M0.5 0V${pitch}` }),
    );
  return element('defs', {}, stripes(HATCH.mark, 4, 'hatchline'), stripes(HATCH.cell, 5, 'hatchline-soft'));
}

/** A fill by one of the patterns. */
export function hatched(pattern: keyof typeof HATCH) {
  return { fill: `url(#${HATCH[pattern]})` };
}
