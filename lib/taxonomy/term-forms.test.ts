import { describe, expect, it } from 'vitest';
import { addTermForm, changeTermForm, rankTermForm } from './term-forms.ts';
import { toEditableSet, toTermId, toTermKey } from './term-key.ts';

const problems = (
  form: { safeParse: (given: unknown) => { error?: { issues: { path: PropertyKey[] }[] } } },
  given: object,
) => form.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the form of a value', () => {
  it('takes a label; group and meaning may be empty, and groups are in small letters', () => {
    expect(addTermForm.parse({ set: 'trigger', label: ' Parking ', group: 'Place', means: '' })).toEqual({
      set: 'trigger',
      label: 'Parking',
      group: 'place',
      means: null,
    });
  });

  it('wants a rank of a level, and of nothing else', () => {
    expect(problems(addTermForm, { set: 'level', label: 'Field team' })).toEqual(['rank']);
    expect(problems(addTermForm, { set: 'trigger', label: 'Parking', rank: '2' })).toEqual(['rank']);
    expect(addTermForm.parse({ set: 'level', label: 'Field team', rank: '3' }).rank).toBe(3);
    expect(problems(rankTermForm, { set: 'trigger', id: 'a', version: 1, rank: '2' })).toEqual(['set']);
    expect(problems(rankTermForm, { set: 'level', id: 'a', version: 1, rank: '0' })).toEqual(['rank']);
  });

  it.each([{ label: '' }, { label: 'x'.repeat(61) }, { label: 'two\nlines' }])('refuses %o', (given) => {
    const said = { set: 'trigger', id: 'parking', version: '1', ...given };
    expect(problems(changeTermForm, said)).toEqual(['label']);
  });
});

describe('the id of a new value', () => {
  it.each([
    ['Parking, or no parking', 'parking_or_no_parking'],
    ['Störung im Netz', 'storung_im_netz'],
    ['停電', 'value'],
    ['Unknown', 'unknown_2'],
    ['Billing error', 'billing_error_3'],
    ['x'.repeat(80), 'x'.repeat(50)],
  ])('%s is %s', (label, id) => {
    expect(toTermId(label, new Set(['billing_error', 'billing_error_2']))).toBe(id);
  });
});

it('vocabularies are known by name, and a value by both', () => {
  expect(toEditableSet('journey_stage')).toBe('journey_stage');
  expect(toEditableSet('constructor')).toBeNull();
  expect(toTermKey('level', 'supervisor')).toBe('level:supervisor');
});
