import { z } from 'zod';
import { CUSTOMER_STATES, HOUR_BANDS, KINDS, OUTCOMES } from '../taxonomy/fixed-sets.ts';
import type { DimensionId } from './dimensions.ts';
import type { Reading } from './search-params.ts';

/** The value of a dimension as URLs carry it, in its one spelling, or why the text cannot be one. */
export function readValue(dimension: DimensionId, text: string): Reading<string> {
  const read = valueSchemas[dimension].safeParse(text);
  if (read.success) return { read: read.data };
  return { reason: read.error.issues[0]?.message ?? 'it cannot be read' };
}

/** The value that stands for "not known", selectable in every dimension that can lack one. */
export function unknownValueOf(dimension: DimensionId): string {
  return dimension === 'trigger' ? 'unclassified' : 'unknown';
}

/** The order of values in URLs: numbers by size, then words by their characters. */
export function compareValues(one: string, other: string): number {
  const oneIsNumber = /^\d+$/.test(one);
  if (oneIsNumber !== /^\d+$/.test(other)) return oneIsNumber ? -1 : 1;
  if (oneIsNumber && one.length !== other.length) return one.length - other.length;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const LARGEST_INTEGER = 2_147_483_647;

const shaped = (noun: string, shape: RegExp) => z.string().regex(shape, `no ${noun} can have this id`);
const term = (noun: string) => shaped(noun, /^[a-z0-9_]{1,64}$/);
const row = (noun: string) => shaped(noun, /^[A-Za-z0-9_.~-]{1,64}$/);

const numberOrUnknown = (lowest: number, highest: number, error: string) =>
  z.union(
    [
      z.literal('unknown'),
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number)
        .pipe(z.number().min(lowest).max(highest))
        .transform(String),
    ],
    { error },
  );

const valueSchemas: Record<DimensionId, z.ZodType<string>> = {
  trigger: term('trigger'),
  outcome: z.enum(OUTCOMES, { error: `an outcome is one of ${OUTCOMES.join(', ')}` }),
  level: term('level'),
  path: shaped('escalation path', /^[a-z0-9_]{1,64}(~[a-z0-9_]{1,64}){0,19}$/),
  channel: term('channel'),
  team: row('team'),
  site: row('site'),
  product: term('product'),
  stage: term('journey stage'),
  state: z.enum(CUSTOMER_STATES, { error: `a customer state is one of ${CUSTOMER_STATES.join(', ')}` }),
  cause: term('root cause'),
  technique: shaped('technique', /^([a-z0-9_]{1,64}(~(effective|partial|missed))?|leap~[a-z]{1,16})$/),
  kind: z.enum(KINDS, { error: `a kind is one of ${KINDS.join(', ')}` }),
  source: row('source'),
  weekday: numberOrUnknown(1, 7, 'a weekday is 1 (Monday) to 7, or unknown'),
  hour: numberOrUnknown(0, 23, 'an hour is 0 to 23, or unknown'),
  band: z.enum(HOUR_BANDS, { error: `a time of day is one of ${HOUR_BANDS.join(', ')}` }),
  import: numberOrUnknown(1, LARGEST_INTEGER, 'an import is a number, or unknown'),
};
