import type { Measure } from './measure.ts';
import type { Sums } from './sums.ts';

/** A measure of money with the currency that its figures are told in; any other as it is. */
export function inCurrency(measure: Measure, currency: string): Measure {
  return measure.unit === 'money' ? { ...measure, currency } : measure;
}

/** Sums in whole units of the currency: the facts hold its smallest ones, pence and not pounds. */
export function inWholeUnits<Some extends Pick<Sums, 'numerator'>>(measure: Measure, sums: Some): Some {
  return measure.unit === 'money' ? { ...sums, numerator: sums.numerator / unitsOf(measure) } : sums;
}

/** How many of the facts' smallest units make one in which a measure is told: 100 of GBP; 1 of what is no money. */
export function unitsOf({ unit, currency }: Measure): number {
  return unit === 'money' ? 10 ** currencyDigits(currency) : 1;
}

/** How many digits the smallest unit of a currency has: 2 of GBP, 0 of JPY. */
export function currencyDigits(currency: string | null | undefined): number {
  if (!currency) return 2;
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  digitsOf.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

/** A format is dear to make, and digits are asked for once a series. */
const digitsOf = new Map<string, number>();
