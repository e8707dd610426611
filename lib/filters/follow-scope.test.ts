import { expect, it } from 'vitest';
import { DIMENSIONS } from './dimensions.ts';
import { followScope, followSeriesKey, listMerged } from './follow-scope.ts';
import type { Term, Vocabularies } from './vocabulary.ts';

const term = (id: string, mergedInto?: string): Term => ({
  code: 1,
  id,
  label: id,
  rank: 1,
  ...(mergedInto ? { mergedInto } : {}),
});
const NONE = Object.fromEntries(DIMENSIONS.map(({ id }) => [id, []])) as unknown as Vocabularies;
const MERGED: Vocabularies = {
  ...NONE,
  trigger: [term('outage', 'technical_issue'), term('technical_issue'), term('billing_error')],
  product: [term('old_box', 'box'), term('box')],
};

it('a scope reads as its values count now, each once and in their order', () => {
  expect(followScope('trigger=outage', MERGED)).toBe('trigger=technical_issue');
  expect(followScope('trigger=outage,technical_issue&product=old_box', MERGED)).toBe(
    'trigger=technical_issue&product=box',
  );
  expect(followScope('trigger.not=outage&team=3', MERGED)).toBe('trigger.not=technical_issue&team=3');
});

it('a scope without a merged value stays as it is', () => {
  for (const scope of ['', 'trigger=billing_error&team=3']) expect(followScope(scope, MERGED)).toBe(scope);
  expect(followScope('trigger=outage', NONE)).toBe('trigger=outage');
});

it('a series and a signal of it are followed by name, the rest of the name stays', () => {
  expect(followSeriesKey('incidents:trigger:outage', MERGED)).toBe('incidents:trigger:technical_issue');
  expect(followSeriesKey('incidents:trigger:outage|beyond|up|2026-11-09', MERGED)).toBe(
    'incidents:trigger:technical_issue|beyond|up|2026-11-09',
  );
  for (const key of ['incidents', 'incidents|beyond|up|2026-11-09', 'csat:channel:outage'])
    expect(followSeriesKey(key, MERGED)).toBe(key);
});

it('merged values are listed as scopes hold them', () => {
  expect(listMerged(MERGED)).toEqual(['outage', 'old_box']);
  expect(listMerged(NONE)).toEqual([]);
});
