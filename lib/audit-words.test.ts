import { expect, it } from 'vitest';
import { describeAction, describeDetail } from './audit-words.ts';

it.each([
  ['sign_in_refused', 'Sign-in refused'],
  ['import.start', 'Import begun'],
  ['something_new', 'Something new'],
  ['constructor', 'Constructor'],
])('%s is called %s', (action, words) => {
  expect(describeAction(action)).toBe(words);
});

it('details are words: names apart, lists by commas, empty ones as none', () => {
  const detail = { rolesBefore: ['qa'], roles: [], days: 30, secondFactor: true, until: null };
  expect(describeDetail(detail)).toBe(
    'roles before: qa; roles: none; days: 30; second factor: yes; until: none',
  );
  expect(describeDetail({})).toBe('');
});
