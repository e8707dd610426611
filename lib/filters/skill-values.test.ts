import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TECHNIQUES } from '../taxonomy/editable-sets.ts';
import { readSkillCode, skillCode, skillTerms, skillValue } from './skill-values.ts';

describe('the values of the filter by technique', () => {
  it('27 techniques make 27 × (1 + 3 ways of handling) + 4 for LEAP + 1 for none = 113 values, each with its own code', () => {
    const terms = skillTerms(TECHNIQUES);
    expect(terms).toHaveLength(113);
    expect(new Set(terms.map(({ code }) => code)).size).toBe(113);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(113);
  });

  it('are named by technique and handling: paraphrasing (5) missed (2) is 5 × 4 + 1 + 2 = 23', () => {
    const terms = skillTerms(TECHNIQUES);
    expect(terms.find(({ code }) => code === 23)).toMatchObject({
      id: skillValue('paraphrasing', 'missed'),
      label: 'Paraphrasing, missed',
    });
    expect(terms.find(({ code }) => code === 20)).toMatchObject({
      id: 'paraphrasing',
      label: 'Paraphrasing',
    });
    expect(terms.at(-1)).toMatchObject({ code: 0, id: 'unknown', label: 'No technique recorded' });
  });

  it('come back from their codes', () => {
    const observation = fc.constantFrom(null, 0, 1, 2);
    fc.assert(
      fc.property(fc.nat(8000), observation, (technique, handled) => {
        expect(readSkillCode(skillCode(technique, handled))).toEqual({ technique, observation: handled });
      }),
    );
  });
});
