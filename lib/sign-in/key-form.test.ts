import { expect, it } from 'vitest';
import { keyForm } from './key-form.ts';

it('a key has a name, at least one scope and a number of days, or none', () => {
  expect(keyForm.parse({ name: 'Nightly', scopes: 'import', days: '90' })).toEqual({
    name: 'Nightly',
    scopes: ['import'],
    days: 90,
  });
  expect(keyForm.parse({ name: 'x', scopes: ['import', 'read_reports'], days: 'never' }).days).toBeNull();
});

it.each([
  [{ scopes: undefined }, 'scopes'],
  [{ scopes: ['administer'] }, 'scopes'],
  [{ days: '100000' }, 'days'],
  [{ name: '' }, 'name'],
])('%j is refused at its field', (wrong, field) => {
  const parsed = keyForm.safeParse({ name: 'x', scopes: ['import'], days: '30', ...wrong });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
