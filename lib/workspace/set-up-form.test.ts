import { expect, it } from 'vitest';
import { setUpForm } from './set-up-form.ts';

const good = {
  email: ' Maria.Bauer@Example.com ',
  name: 'Maria Bauer',
  password: 'seven bridges, one river',
  workspaceName: 'Example Energy',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
};

it('what is given comes back tidied: the address in lower case, without spaces around', () => {
  expect(setUpForm.parse(good)).toEqual({ ...good, email: 'maria.bauer@example.com' });
});

it('of an empty form, every field is named at once', () => {
  const problems = setUpForm.safeParse({}).error?.issues.map((issue) => issue.path.join('.'));
  expect(new Set(problems)).toEqual(new Set(Object.keys(good)));
});

it('a password that is too short is said at its field, and so is one that is the address', () => {
  expect(issueOf({ ...good, password: 'short' })).toEqual([
    'password',
    'Use at least 12 characters; this has 5.',
  ]);
  expect(issueOf({ ...good, password: 'maria.bauer@example.com' })).toEqual([
    'password',
    'This is your own name or address. Choose another.',
  ]);
});

it('a short password and a wrong address are said together', () => {
  const issues = setUpForm.safeParse({ ...good, email: 'maria', password: 'short' }).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join('.'))).toEqual(['email', 'password']);
});

it.each([
  ['email', 'maria'],
  ['name', '   '],
  ['name', 'Maria\nBcc: all'],
  ['workspaceName', 'x'.repeat(101)],
  ['timeZone', 'Europe/Atlantis'],
  ['timeZone', '+02:00'],
  ['country', 'ZZ'],
  ['currency', 'XXX'],
])('%s may not be %j', (field, value) => {
  expect(issueOf({ ...good, [field]: value })[0]).toBe(field);
});

function issueOf(form: unknown): [string, string] {
  const issue = setUpForm.safeParse(form).error?.issues[0];
  return [issue?.path.join('.') ?? '', issue?.message ?? ''];
}
