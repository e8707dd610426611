import { describe, expect, it } from 'vitest';
import { keepForm, linkForm, noteForm, whysForm } from './pattern-forms.ts';

const KNOWN = { patternId: '3', version: '2' };
const problems = (given: object) =>
  whysForm.safeParse({ ...KNOWN, ...given }).error?.issues.map(({ path, message }) => [path[0], message]) ??
  [];

describe('the whys of a form', () => {
  it('are those with a question, in their order, whatever rows lie between', () => {
    const given = {
      ...KNOWN,
      question1: ' Why? ',
      answer1: 'So.',
      evidence1: '',
      question3: 'And why?',
      answer3: 'x',
    };
    expect(whysForm.parse(given)).toEqual({
      patternId: 3,
      version: 2,
      whys: [
        { question: 'Why?', answer: 'So.', evidence: null },
        { question: 'And why?', answer: 'x', evidence: null },
      ],
    });
  });

  it('need both, question and answer, and are all told at once', () => {
    expect(problems({ question1: 'Why?', answer2: 'So.', evidence4: 'log' })).toEqual([
      ['answer1', 'Give the answer, too.'],
      ['question2', 'Give the question, too.'],
      ['question4', 'Give the question, too.'],
    ]);
  });

  it('take 300 characters a line and not 301', () => {
    expect(problems({ question1: 'x'.repeat(300), answer1: 'y' })).toEqual([]);
    expect(problems({ question1: 'x'.repeat(301), answer1: 'y' })).toEqual([
      ['question1', 'Use at most 300 characters.'],
    ]);
  });
});

it('an incident is named by its number in each form in which it is written', () => {
  const read = (incident: string) => linkForm.safeParse({ patternId: 1, incident }).data?.incident ?? null;
  expect(['412', 'INC-412', 'inc-11 902', 'x', '0', '99999999999'].map(read)).toEqual([
    412,
    412,
    11902,
    null,
    null,
    null,
  ]);
});

it('a note may have several lines and no other control characters', () => {
  const read = (text: string) => noteForm.safeParse({ patternId: 1, text }).data?.text ?? null;
  expect([read(' a\nb '), read('a\u0000b'), read('  ')]).toEqual(['a\nb', null, null]);
});

it('a finding is kept by the number of its incidents, fewer being better, unless something else is said', () => {
  expect(keepForm.parse({ name: 'Slow refunds' })).toEqual({
    query: '',
    name: 'Slow refunds',
    measure: 'incidents',
    better: 'lower',
  });
});
