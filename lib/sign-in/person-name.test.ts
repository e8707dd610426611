import { expect, it } from 'vitest';
import { toPersonName } from './person-name.ts';

it.each([
  ['Maria Bauer', 'm@example.com', 'Maria Bauer'],
  ['  Maria \r\n Bauer ', 'm@example.com', 'Maria Bauer'],
  ['', 'maria.bauer@example.com', 'maria.bauer'],
  [undefined, 'maria@example.com', 'maria'],
  [{ first: 'Maria' }, 'maria@example.com', 'maria'],
  ['\u202e\u0000', undefined, 'Nameless'],
  ['x'.repeat(300), 'm@example.com', 'x'.repeat(100)],
])('%j of %j is called %s', (given, email, name) => {
  expect(toPersonName(given, email)).toBe(name);
});
