import { expect, it } from 'vitest';
import { describeElsewhere } from './elsewhere-words.ts';

it.each([
  [{ number: 9000, standing: 'counts' }, 'INC-9000', 'INC-9\u202f000 is outside of these filters'],
  [{ number: 9000, standing: 'counts' }, '9000', 'INC-9\u202f000 is outside of these filters'],
  [{ number: 12, standing: 'counts' }, 'S-9000', '“S-9000” is INC-12, which is outside of these filters'],
  [{ number: 12, standing: 'counts' }, '9000', '“9000” is INC-12, which is outside of these filters'],
  [{ number: 7, standing: 'not_an_incident' }, '7', 'INC-7 is set aside (not an incident)'],
  [{ number: 7, standing: 'same_as_another' }, '7', 'INC-7 is set aside (the same as another)'],
] as const)('%j named as %s: %s', (one, text, words) => {
  expect(describeElsewhere(one, text)).toBe(words);
});
