import { describe, expect, it } from 'vitest';
import { layPathGlyph } from './path-glyph.ts';

const levels = [1, 2, 3, 4, 5, 6, 7];

describe('the glyph of an escalation path', () => {
  it('is 80 wide for seven levels, their stops 10 apart', () => {
    const glyph = layPathGlyph([1], levels);
    expect(glyph.width).toBe(80);
    expect(glyph.stops).toEqual([10, 20, 30, 40, 50, 60, 70]);
  });

  it('fills the only stop of a case that stayed with the frontline', () => {
    expect(layPathGlyph([1], levels)).toMatchObject({ moves: [], visited: [10], last: 10 });
  });

  it('goes straight to the next level and above the line over skipped ones', () => {
    expect(layPathGlyph([1, 2, 5], levels).moves).toEqual([
      'M10,16H20',
      'M20,16V10Q20,6 24,6H46Q50,6 50,10V16',
    ]);
  });

  it('goes back below the line and ends where the case ended', () => {
    const glyph = layPathGlyph([1, 2, 3, 2], levels);
    expect(glyph.moves.at(-1)).toBe('M30,16V22Q30,26 26,26H24Q20,26 20,22V16');
    expect(glyph.visited).toEqual([10, 20, 30]);
    expect(glyph.last).toBe(20);
  });

  it('draws a move that comes twice once: 1 2 1 2 has two different moves', () => {
    expect(layPathGlyph([1, 2, 1, 2], levels).moves).toHaveLength(2);
  });

  it('shows only the stops when the path is not known', () => {
    expect(layPathGlyph([], levels)).toMatchObject({ moves: [], visited: [], last: null });
  });

  it('leaves out a level that the procedure no longer has', () => {
    expect(layPathGlyph([1, 9, 3], levels)).toMatchObject({ visited: [10, 30], last: 30 });
  });
});
