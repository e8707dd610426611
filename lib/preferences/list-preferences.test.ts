import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DEFAULT_LIST_PREFERENCES,
  DENSITIES,
  LIST_COLUMNS,
  type ListPreferences,
  PAGE_SIZES,
  writeColumns,
} from './list-columns.ts';
import { listPreferencesForm, readListPreferences } from './list-preferences.ts';

const anyPreferences: fc.Arbitrary<ListPreferences> = fc.record({
  columns: fc.option(fc.shuffledSubarray([...LIST_COLUMNS])),
  density: fc.constantFrom(...DENSITIES),
  rows: fc.constantFrom(...PAGE_SIZES),
});

it('what was kept is read as it was, by way of JSON', () => {
  fc.assert(
    fc.property(anyPreferences, (preferences) => {
      expect(readListPreferences(JSON.parse(JSON.stringify(preferences)))).toEqual(preferences);
    }),
  );
});

it('what a form sends is what was chosen, in its order', () => {
  fc.assert(
    fc.property(anyPreferences, ({ columns, density, rows }) => {
      const sent = { columns: writeColumns(columns), density, rows: String(rows) };
      expect(listPreferencesForm.parse(sent)).toEqual({ columns, density, rows });
    }),
  );
});

it.each([null, undefined, 'x', 7, [], {}, { columns: 'team', density: 'airy', rows: 51 }])(
  'of %j nothing is known, so all is as at first',
  (kept) => {
    expect(readListPreferences(kept)).toEqual(DEFAULT_LIST_PREFERENCES);
  },
);

it('a column that there is no more is left out, and one that is there twice stands once', () => {
  expect(readListPreferences({ columns: ['team', 'mood', 'path', 'team', 3], rows: 200 })).toEqual({
    columns: ['team', 'path'],
    density: 'comfortable',
    rows: 200,
  });
});

it.each(['team,team', 'mood', 'team,', ','])('a form that sends the columns %j is refused', (columns) => {
  expect(listPreferencesForm.safeParse({ columns, density: 'compact', rows: '50' }).success).toBe(false);
});
