import { describe, expect, it } from 'vitest';
import { LEAP_STEPS } from '@/lib/taxonomy/leap.ts';
import { followLeap } from './follow-leap.ts';
import { seedRandom } from './random.ts';
import type { Handled } from './skills.ts';
import { ORDINARY_ODDS } from './story.ts';

const handled = (...techniques: string[]): Handled[] =>
  techniques.map((technique, index) => ({ technique, observation: index % 2 ? 'missed' : 'effective' }));
const LONG = handled('calm_tone', 'clear_speech', 'composure', 'documenting', 'patience');
const stepsOf = (told: readonly Handled[]) =>
  LEAP_STEPS.filter(({ techniques }) => told.some((one) => techniques.some((id) => id === one.technique)));
const manyOf = (from: readonly Handled[], odds = ORDINARY_ODDS) => {
  const whole = seedRandom(3);
  return Array.from({ length: 1000 }, () => followLeap(from, odds, whole));
};

describe('conversations that go through all of LEAP', () => {
  it('are about half of those with four techniques or more: of 1,000, 500 give or take 64', () => {
    const told = manyOf(LONG);
    const whole = told.filter((one) => stepsOf(one).length === 4);
    expect(Math.abs(whole.length - 500)).toBeLessThan(64);
    expect(told.filter((one) => stepsOf(one).length < 4).every((one) => stepsOf(one).length === 1)).toBe(
      true,
    );
  });

  it('are none of those with three', () => {
    expect(manyOf(LONG.slice(0, 3)).every((one) => stepsOf(one).length === 0)).toBe(true);
  });

  it('have as many techniques as before, each once and handled as before', () => {
    for (const told of manyOf(LONG)) {
      expect(told.map(({ observation }) => observation)).toEqual(LONG.map(({ observation }) => observation));
      expect(new Set(told.map(({ technique }) => technique)).size).toBe(LONG.length);
    }
  });

  it('leave the techniques of a story alone, as what is there and as what could take a place', () => {
    const odds = { ...ORDINARY_ODDS, effective: { calm_tone: 0.1, active_listening: 0.1 } };
    const told = manyOf(LONG, odds).flat();
    expect(told.filter(({ technique }) => technique === 'calm_tone')).toHaveLength(1000);
    expect(told.some(({ technique }) => technique === 'active_listening')).toBe(false);
  });
});
