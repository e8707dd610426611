import { describe, expect, it } from 'vitest';
import { parseFilters } from '../filters/parse-filters.ts';
import { MEASURES } from '../measures/measures.ts';
import { findEvidence } from './evidence.ts';
import { seesEvidence, toEvidenceAddress } from './evidence-address.ts';
import { otherWords, ownWords, verdictWords } from './evidence-words.ts';
import { checkLessonForm } from './lesson-forms.ts';
import { LESSON_MEASURES } from './lesson-measures.ts';
import { readLessonSearch } from './lesson-search.ts';

const figures = (
  numerator: number,
  denominator: number,
  otherNumerator: number,
  otherDenominator: number,
) => ({
  numerator,
  denominator,
  otherNumerator,
  otherDenominator,
});
const RATE = MEASURES.de_escalation_rate;

describe('what speaks for a lesson', () => {
  it('80 of 100 beside 50 of 100 stands out: 30 points, 16.9 to 41.7', () => {
    const found = findEvidence(RATE, figures(80, 100, 50, 100));
    expect(found.verdict).toBe('stands_out');
    // Wilson: 0.7111 to 0.8667 and 0.4038 to 0.5962.
    expect(found.difference?.interval[0]).toBeCloseTo(0.3 - Math.sqrt(0.0889 ** 2 + 0.0962 ** 2), 3);
    expect(found.difference?.interval[1]).toBeCloseTo(0.3 + Math.sqrt(0.0667 ** 2 + 0.0962 ** 2), 3);
    expect(ownWords(RATE, found)).toBe('80 of 100 calmer afterwards, 80.0\u00a0% (71.1 to 86.7)');
    expect(otherWords(found)).toBe('of all others 50 of 100, 50.0\u00a0% (40.4 to 59.6)');
    expect(verdictWords(found)).toMatch(/^Better than the others, \+30\.0 points .* It is an association/);
  });

  it('of a measure where lower is better 50 beside 80 of 100 stands out, and 80 beside 50 is worse', () => {
    const { escalation_rate: escalations } = MEASURES;
    expect(findEvidence(escalations, figures(50, 100, 80, 100)).verdict).toBe('stands_out');
    expect(findEvidence(escalations, figures(80, 100, 50, 100)).verdict).toBe('worse');
  });

  it('55 beside 50 of 100 is explained by chance', () => {
    const found = findEvidence(RATE, figures(55, 100, 50, 100));
    expect(found.verdict).toBe('chance');
    expect(verdictWords(found)).toMatch(/^Chance explains the difference to the others, \+5\.0 points/);
  });

  it('9 incidents are too few, 10 are not; none and no others are said so', () => {
    expect(findEvidence(RATE, figures(9, 9, 10, 100)).verdict).toBe('few');
    expect(findEvidence(RATE, figures(10, 10, 10, 100)).verdict).toBe('stands_out');
    const none = findEvidence(RATE, figures(0, 0, 5, 10));
    expect([none.own, none.difference, ownWords(RATE, none)]).toEqual([
      null,
      null,
      'No incident counts in this measure',
    ]);
    expect(otherWords(findEvidence(RATE, figures(5, 10, 0, 0)))).toBe(
      'there are no others to set them against',
    );
  });

  it('can be told by shares of incidents with a direction alone', () => {
    expect(LESSON_MEASURES).toEqual([
      'escalation_rate',
      'first_level_resolution',
      'resolution_rate',
      'de_escalation_rate',
      'customer_lost_rate',
      'repeat_rate',
      'bounce_rate',
    ]);
  });
});

describe('the incidents as an address', () => {
  const WINDOW = { from: '2026-01-01', until: '2026-07-01' };
  const filters = parseFilters(new URLSearchParams('trigger=billing_error&period=this-year&measure=csat'));

  it('has the days in the place of a relative period, and the teams of whoever shares it', () => {
    expect(toEvidenceAddress(filters, { teams: 'all' }, WINDOW)).toBe(
      'period=2026-01-01..2026-06-30&compare=none&trigger=billing_error',
    );
    expect(toEvidenceAddress(filters, { teams: [4, 3] }, WINDOW)).toContain('team=3,4');
    expect(toEvidenceAddress(filters, { teams: [] }, WINDOW)).toBeNull();
  });

  it('is seen whole by those who see all of its teams', () => {
    const address = toEvidenceAddress(filters, { teams: [3, 4] }, WINDOW) ?? '';
    expect(seesEvidence({ teams: 'all' }, address)).toBe(true);
    expect(seesEvidence({ teams: [3, 4, 5] }, address)).toBe(true);
    expect(seesEvidence({ teams: [3] }, address)).toBe(false);
    const whole = toEvidenceAddress(filters, { teams: 'all' }, WINDOW) ?? '';
    expect(seesEvidence({ teams: [3] }, whole)).toBe(false);
  });
});

it('a lesson that is still true needs another day to ask on, one that is not needs none', () => {
  const known = { lessonId: '3', version: '1', note: '' };
  expect(checkLessonForm.safeParse({ ...known, answer: 'no' }).success).toBe(true);
  expect(checkLessonForm.safeParse({ ...known, answer: 'yes', askOn: '2027-01-05' }).success).toBe(true);
  const missing = checkLessonForm.safeParse({ ...known, answer: 'yes' });
  expect(missing.error?.issues.map(({ path }) => path)).toEqual([['askOn']]);
});

it('a search is read from an address, and what is not text is nothing', () => {
  expect(readLessonSearch(new URLSearchParams('search= refund &technique=patience'))).toEqual({
    words: 'refund',
    technique: 'patience',
  });
  expect(readLessonSearch({ search: ['a', 'b'] })).toEqual({ words: '', technique: null });
  expect(readLessonSearch({ search: 'x'.repeat(500) }).words).toHaveLength(200);
});
