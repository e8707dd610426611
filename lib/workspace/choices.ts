import { COUNTRIES, CURRENCIES, countryName } from './countries.ts';

export interface Choice {
  code: string;
  label: string;
}

/** Every country that a workspace can be in, by its name. */
export function countryChoices(): Choice[] {
  return COUNTRIES.map((code) => ({ code, label: countryName(code) })).sort((one, other) =>
    one.label.localeCompare(other.label, 'en'),
  );
}

/** Every currency that compensation can be counted in: "EUR, Euro". */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return CURRENCIES.map((code) => ({ code, label: `${code}, ${names.of(code)}` }));
}
