import type { Measure } from '../measures/measure.ts';
import { currencyDigits } from '../measures/money.ts';
import type { TwinColumn } from './chart-model.ts';
import { durationUnit, formatDecimal } from './format.ts';
import { unitName } from './unit-format.ts';

/** How levels and changes of a measure are told beside each other. */
export interface ChangeUnit {
  /** Over the column of figures. */
  head: string;
  form: TwinColumn['form'];
  /** "33.9" */
  level: (value: number) => string;
  /** The change from one level to the next: "−3.2". Steps that follow each other add up to their rounded whole. */
  step: (from: number, to: number) => string;
  /** "4.9": the size of a change without direction or unit. */
  size: (change: number) => string;
  /** "points", "incidents": what stands behind a size. */
  noun: string;
}

/** Shares are told in percentage points, counts in incidents, the rest in their own unit, as exact as the level needs. */
export function changeUnit(measure: Pick<Measure, 'unit' | 'currency'>, largest: number): ChangeUnit {
  const { per, decimals, head, noun, form } = tellings(measure, largest);
  const round = (value: number) => Math.round((value / per) * 10 ** decimals) / 10 ** decimals;
  return {
    head,
    noun,
    form,
    level: (value) => formatDecimal(round(value), decimals),
    step: (from, to) => signed(round(to) - round(from), decimals),
    size: (change) => formatDecimal(Math.abs(round(change)), decimals),
  };
}

function tellings({ unit, currency }: Pick<Measure, 'unit' | 'currency'>, largest: number) {
  const own = unitName({ unit, currency }, largest) ?? '';
  switch (unit) {
    case 'share':
      return { per: 0.01, decimals: 1, head: '% or points', noun: 'points', form: 'share' as const };
    case 'count':
      return { per: 1, decimals: 0, head: 'Incidents', noun: 'incidents', form: 'decimal' as const };
    case 'minutes':
      return {
        per: durationUnit(largest).minutes,
        decimals: 1,
        head: own,
        noun: own,
        form: 'minutes' as const,
      };
    case 'money': {
      const decimals = Math.abs(largest) >= 100 ? 0 : currencyDigits(currency);
      return { per: 1, decimals, head: own, noun: own, form: 'hundredths' as const };
    }
    default:
      return { per: 1, decimals: 2, head: own, noun: 'points', form: 'hundredths' as const };
  }
}

/** "+0.7", "−3.2", "0.0": a sign on both sides, none on nothing. */
function signed(value: number, decimals: number): string {
  const words = formatDecimal(value, decimals);
  return value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}
