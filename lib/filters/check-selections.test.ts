import { expect, it } from 'vitest';
import { checkSelections } from './check-selections.ts';
import { parseFilters } from './parse-filters.ts';
import { toSearchParams } from './serialise-filters.ts';

const term = (id: string, index: number) => ({ code: index + 1, id, label: id, rank: index });
const vocabularies = {
  trigger: ['billing_error', 'service_delay'].map(term),
  channel: ['phone', 'email'].map(term),
  path: ['frontline~supervisor'].map(term),
};
const check = (query: string) => checkSelections(parseFilters(new URLSearchParams(query)), vocabularies);

it('keeps the values that the record knows, and what stands for "not known" in any case', () => {
  const query =
    'trigger=billing_error,unclassified&path=frontline~supervisor,unknown&channel.not=phone,unknown';
  expect(toSearchParams(check(query))).toBe(toSearchParams(parseFilters(new URLSearchParams(query))));
  expect(check(query).ignored).toEqual([]);
});

it('moves strangers to the ignored, by name, and drops a selection of strangers alone', () => {
  const filters = check('trigger=biling_error&channel.not=fax,phone&path=frontline~legal&nonsense=1');
  expect(toSearchParams(filters)).toBe('channel.not=phone');
  expect(filters.ignored).toEqual([
    { parameter: 'nonsense', value: '1', reason: 'there is no filter of this name' },
    {
      parameter: 'trigger',
      value: 'biling_error',
      reason: '“biling_error” is not among the values of Trigger in this workspace',
    },
    {
      parameter: 'path',
      value: 'frontline~legal',
      reason: '“frontline~legal” is not among the values of Escalation path in this workspace',
    },
    {
      parameter: 'channel.not',
      value: 'fax',
      reason: '“fax” is not among the values of Channel in this workspace',
    },
  ]);
});

it('leaves dimensions without a vocabulary alone', () => {
  expect(check('team=77').ignored).toEqual([]);
});
