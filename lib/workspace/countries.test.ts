import { expect, it } from 'vitest';
import { COUNTRIES, CURRENCIES, countryName, currencyOf } from './countries.ts';

it.each([
  ['DE', 'EUR'],
  ['GB', 'GBP'],
  ['US', 'USD'],
  ['CH', 'CHF'],
  ['LI', 'CHF'],
  ['IN', 'INR'],
  ['JP', 'JPY'],
  ['SN', 'XOF'],
  ['BR', 'BRL'],
  ['ZA', 'ZAR'],
])('%s pays in %s', (country, currency) => {
  expect(currencyOf(country)).toBe(currency);
});

it('every country is there once: 249 of ISO 3166 without Antarctica, and Kosovo', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect(new Set(COUNTRIES).size).toBe(249);
});

it('every country and every currency has a name', () => {
  const currencyNames = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
  expect(COUNTRIES.filter((country) => countryName(country) === country)).toEqual([]);
  const unnamed = CURRENCIES.filter((currency) => !currencyNames.of(currency));
  // Newer than the names of some of the Nodes that Lookback runs on.
  expect(unnamed.filter((currency) => !['XCG', 'ZWG'].includes(currency))).toEqual([]);
});

it('what is no country has no currency', () => {
  expect(currencyOf('ZZ')).toBeNull();
  expect(currencyOf('de')).toBeNull();
});
