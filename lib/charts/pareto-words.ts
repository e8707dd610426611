import type { RankedBy, Weight } from '../filters/patterns-state.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { currencyDigits } from '../measures/money.ts';
import { formatCount, formatDecimal } from './format.ts';

/** What is ranked, by what. */
export interface ParetoSubject {
  /** Of the panel. */
  id: string;
  dimension: RankedBy;
  weight: Weight;
  /** That money is in. */
  currency: string;
}

/** How one dimension is spoken of. */
export interface DimensionWords {
  label: string;
  one: string;
  many: string;
  /** Behind a number of incidents. */
  uncoded: string;
}

export const DIMENSION_WORDS: Record<RankedBy, DimensionWords> = {
  trigger: { label: 'Trigger', one: 'trigger', many: 'triggers', uncoded: 'unclassified' },
  product: { label: 'Product', one: 'product', many: 'products', uncoded: 'without a product' },
  stage: {
    label: 'Journey stage',
    one: 'journey stage',
    many: 'journey stages',
    uncoded: 'without a journey stage',
  },
  cause: { label: 'Root cause', one: 'root cause', many: 'root causes', uncoded: 'not coded' },
};

/** How one weight is spoken of. */
export interface WeightWords {
  /** Of the choice. */
  name: string;
  /** Of the column: "Hours to close". */
  label: string;
  /** Behind a figure: "hours"; the figure of a count stands alone. */
  unit: string;
  /** Behind the number of incidents that have no weight; null where all have one. */
  leftOut: string | null;
  /** What narrows a link to the incidents that have one. */
  measure: MeasureId | null;
  /** What of a whole unit the facts' unit is: minutes make hours, pence make pounds. */
  scale: number;
  figure: (value: number) => string;
}

export const WEIGHT_NAMES: Record<Weight, string> = {
  count: 'Count',
  minutes: 'Time',
  compensation: 'Compensation',
  severity: 'Severity',
};

export function weightWords({ weight, currency }: Pick<ParetoSubject, 'weight' | 'currency'>): WeightWords {
  const name = WEIGHT_NAMES[weight];
  switch (weight) {
    case 'count':
      return {
        ...{ name, label: 'Incidents', unit: 'incidents', leftOut: null, measure: null, scale: 1 },
        figure: formatCount,
      };
    case 'minutes':
      return {
        ...{ name, label: 'Hours to close', unit: 'hours', leftOut: 'not closed' },
        ...{ measure: 'time_to_close', scale: 1 / 60, figure: inTens },
      };
    case 'compensation':
      return {
        ...{
          name,
          label: `Compensation, ${currency}`,
          unit: currency,
          leftOut: `without an amount in ${currency}`,
        },
        ...{ measure: 'compensation_cost', scale: 10 ** -currencyDigits(currency), figure: inTens },
      };
    case 'severity':
      return {
        ...{ name, label: 'Severity points', unit: 'severity points', leftOut: 'without a severity' },
        ...{ measure: null, scale: 1, figure: formatCount },
      };
  }
}

/** Whole from ten on, as exact as one in ten below. */
function inTens(value: number): string {
  return formatDecimal(value, value !== 0 && value < 10 ? 1 : 0);
}
