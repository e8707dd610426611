import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFilters } from './guard-filters.ts';
import { parseFilters } from './parse-filters.ts';
import { toSearchParams } from './serialise-filters.ts';
import {
  COMPARED_BY,
  COMPARED_MEASURES,
  DEFAULT_SKILLS,
  GROUPINGS,
  parseSkills,
  toSkillsParams,
} from './skills-state.ts';

const parse = (query: string) => parseSkills(new URLSearchParams(query));

test('what is written is read again, for any state', () => {
  const states = fc.record({
    group: fc.constantFrom(...GROUPINGS),
    of: fc.option(fc.stringMatching(/^[A-Za-z0-9_.~-]{1,64}$/)),
    skill: fc.option(fc.stringMatching(/^[a-z0-9_]{1,64}$/)),
    chart: fc.constantFrom(...COMPARED_MEASURES),
    by: fc.constantFrom(...COMPARED_BY),
  });
  fc.assert(
    fc.property(states, (state) => {
      expect(parse(toSkillsParams(state))).toMatchObject({ state, filters: { ignored: [] } });
    }),
  );
});

test('what cannot be read is said, and the rest stands', () => {
  const { state, filters } = parse(
    'group=colour&of=a/b&skill=Patience&chart=incidents&by=agent&channel=phone',
  );
  expect(state).toEqual(DEFAULT_SKILLS);
  expect(filters.ignored.map(({ parameter }) => parameter)).toEqual(['group', 'of', 'skill', 'chart', 'by']);
  expect(toSearchParams(filters)).toBe('channel=phone');
});

test('neither a measure nor a way of handling narrows skills: their shares would be of something else', () => {
  const { filters } = parse(
    'measure=csat&technique=patience,paraphrasing~missed&technique.not=unknown,leap~part',
  );
  expect(toSearchParams(filters)).toBe('technique=patience&technique.not=unknown');
  expect(filters.ignored.map(({ parameter, value }) => `${parameter}=${value}`)).toEqual([
    'measure=csat',
    'technique=paraphrasing~missed',
    'technique.not=leap~part',
  ]);
});

describe('for those who may not see small groups', () => {
  const guard = (query: string) => guardFilters(parseFilters(new URLSearchParams(query)));

  test('team and trigger stay, everything finer goes and is said', () => {
    const filters = guard('team=1&trigger.not=billing_error&hour=9&channel=phone');
    expect(toSearchParams(filters)).toBe('trigger.not=billing_error&team=1');
    expect(filters.ignored.map(({ parameter }) => parameter)).toEqual(['channel', 'hour']);
  });

  test('a period of 7 days stays, one of 6 is the usual one', () => {
    expect(guard('period=2024-03-04..2024-03-10').ignored).toEqual([]);
    const short = guard('period=2024-03-04..2024-03-09');
    expect(short.period).toEqual({ kind: 'default' });
    expect(short.ignored.map(({ parameter }) => parameter)).toEqual(['period']);
  });
});
