import { expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { passwordProblem } from './passwords.ts';

it('12 characters are enough and 11 are not, whatever their kind', () => {
  expect(passwordProblem('twelve chars')).toBeNull();
  expect(passwordProblem('eleven char')).toMatch(/at least 12 characters; this has 11/);
});

it('128 characters are taken and 129 are not', () => {
  const long = 'a quiet river under seven bridges, '.repeat(4);
  expect(passwordProblem(long.slice(0, 128))).toBeNull();
  expect(passwordProblem(long.slice(0, 129))).toMatch(/at most 128 characters; this has 129/);
});

it('a character beyond the basic plane counts once: 11 of them and a letter are 12', () => {
  expect(passwordProblem(`${'🌲🌊🌙🌻🍁🌵🌾🍀🌷🌴🌿'}x`)).toBeNull();
});

it.each(['Password1234', 'PASSWORDPASSWORD', 'qwertyuiop123', 'Administrator'])(
  '%s is refused as common',
  (password) => {
    expect(passwordProblem(password)).toMatch(/tried first/);
  },
);

it('every entry of the list could pass by its length alone, so none is there in vain', () => {
  expect([...COMMON_PASSWORDS].filter((entry) => [...entry].length < 12)).toEqual([]);
  expect([...COMMON_PASSWORDS].filter((entry) => entry !== entry.toLowerCase())).toEqual([]);
});

it.each(['aaaaaaaaaaaa', 'abababababab', '123456789012', 'abcdefghijkl', 'qwertyuiopas', '098765432109'])(
  '%s is refused as a repetition or a run',
  (password) => {
    expect(passwordProblem(password)).toMatch(/repeats|run/);
  },
);

it('one’s own name or address is refused', () => {
  expect(passwordProblem('Maria.Bauer@example.com', ['maria.bauer@example.com'])).toMatch(/your own/);
});
