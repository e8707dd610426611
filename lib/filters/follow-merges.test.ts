import { describe, expect, it } from 'vitest';
import { followMerges } from './follow-merges.ts';
import { parseFilters } from './parse-filters.ts';
import { pathTerms } from './path-terms.ts';
import { toSearchParams } from './serialise-filters.ts';
import { skillTerms } from './skill-values.ts';
import type { Term, Vocabularies } from './vocabulary.ts';

const term = (code: number, id: string, mergedInto?: string): Term => ({
  code,
  id,
  label: id.replaceAll('_', ' '),
  rank: code,
  ...(mergedInto ? { mergedInto } : {}),
});
const levels = [term(1, 'frontline'), term(2, 'supervisor', 'technical'), term(3, 'technical')];
const vocabularies = {
  trigger: [term(1, 'billing_error'), term(2, 'outage', 'technical_issue'), term(3, 'technical_issue')],
  level: levels,
  path: pathTerms(
    [
      { code: 0, id: 'unknown', levels: [] },
      { code: 1, id: 'frontline~technical', levels: [1, 3] },
      { code: 2, id: 'frontline~supervisor~technical', levels: [1, 2, 3] },
      { code: 3, id: 'supervisor', levels: [2] },
    ],
    levels,
  ),
  technique: skillTerms([term(1, 'patience', 'calm_tone'), term(2, 'calm_tone')]),
} as unknown as Vocabularies;

function follow(query: string) {
  const { filters, followed } = followMerges(parseFilters(new URLSearchParams(query)), vocabularies);
  return { query: toSearchParams(filters), followed };
}

describe('a filter by values that were merged', () => {
  it('asks for their target, once, and says which it has followed', () => {
    expect(follow('trigger=outage,technical_issue,billing_error')).toEqual({
      query: 'trigger=billing_error,technical_issue',
      followed: [{ dimension: 'trigger', asked: 'outage', shown: 'technical issue' }],
    });
    expect(follow('trigger.not=outage').query).toBe('trigger.not=technical_issue');
  });

  it('stays what it was where nothing was merged', () => {
    expect(follow('trigger=billing_error')).toEqual({ query: 'trigger=billing_error', followed: [] });
  });

  it('by a technique keeps how it was handled', () => {
    expect(follow('technique=patience~missed').query).toBe('technique=calm_tone~missed');
  });

  it('by a path goes through the target; equal neighbours are one stay', () => {
    expect(follow('path=frontline~supervisor~technical').query).toBe('path=frontline~technical');
  });

  it('by a path through a merged level stays where no case has taken its target', () => {
    expect(follow('path=supervisor')).toEqual({ query: 'path=supervisor', followed: [] });
  });
});
