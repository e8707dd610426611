import type { Measure } from '../measures/measure.ts';
import { currencyDigits } from '../measures/money.ts';
import { durationUnit, formatDecimal, formatDuration, formatPercent, formatRough } from './format.ts';

/** What figures of a measure are in. Money is in whole units of its currency. */
export interface UnitOf {
  unit: Measure['unit'];
  currency?: string | null | undefined;
}

/** The figure of a value without its unit; a length of time, or money, as exact as the largest one beside it needs. */
export function figureIn({ unit, currency }: UnitOf, value: number, largest = value): string {
  if (unit === 'count') return formatRough(value);
  if (unit === 'share') return formatPercent(value);
  if (unit === 'minutes') return formatDuration(value, durationUnit(largest));
  if (unit === 'money' && Math.abs(largest) >= 100) return formatDecimal(value, 0);
  return formatDecimal(value, unit === 'money' ? currencyDigits(currency) : 2);
}

/** The unit behind a figure: "%", "days", "GBP", "per 1,000"; null where figures have none. */
export function unitName({ unit, currency }: UnitOf, largest: number): string | null {
  switch (unit) {
    case 'count':
      return null;
    case 'share':
      return '%';
    case 'minutes':
      return durationUnit(largest).name;
    case 'score':
      return 'of 5';
    case 'money':
      return currency ?? null;
    case 'per_1000_contacts':
      return 'per 1,000';
    case 'per_agent_week':
      return 'per agent-week';
  }
}
