import { expect, test } from 'vitest';
import { parseFilters } from '../filters/parse-filters.ts';
import { narrowsIncidentsOnly } from './contacts.ts';

const narrowed = (query: string) => narrowsIncidentsOnly(parseFilters(new URLSearchParams(query)));

test('contacts are known by team, channel and weekday: these narrow both', () => {
  expect(narrowed('channel=phone&team=1&weekday=1')).toEqual([]);
});

test('a trigger, whether it is chosen or left out, narrows the incidents alone, and so does another measure', () => {
  expect(narrowed('trigger=billing_error&trigger.not=service_delay&channel=phone')).toEqual(['trigger']);
  expect(narrowed('product=cards&measure=resolution_rate')).toEqual(['product', 'measure']);
});
