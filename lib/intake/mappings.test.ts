import { describe, expect, it, test } from 'vitest';
import { TERM_SEEDS } from '../taxonomy/editable-sets.ts';
import { CUSTOMER_STATES, OUTCOMES, STATUSES } from '../taxonomy/fixed-sets.ts';
import { toDateForm } from './date-forms.ts';
import { type Mapping, mapping } from './mapping.ts';
import { findMapping, MAPPINGS } from './mappings.ts';

const idsOf = (set: keyof typeof TERM_SEEDS) => TERM_SEEDS[set].map(({ id }) => id);
const VOCABULARIES: Record<string, readonly string[]> = {
  trigger: idsOf('trigger'),
  channel: idsOf('channel'),
  journeyStage: idsOf('journey_stage'),
  outcome: OUTCOMES,
  status: STATUSES,
  customerState: CUSTOMER_STATES,
};

describe.each(MAPPINGS.map((one) => [one.id, one] as const))('the mapping %s', (_, one) => {
  it('leads only to ids that the vocabularies have', () => {
    const foreign = Object.entries(one.terms).flatMap(([vocabulary, spec]) => {
      const ids = [
        ...spec.from.flatMap(({ values }) => Object.values(values)),
        ...(spec.otherwise ? [spec.otherwise] : []),
      ];
      return ids.filter((id) => !VOCABULARIES[vocabulary]?.includes(id));
    });
    const levels = [
      ...(one.events?.level?.rules.map(({ level }) => level) ?? []),
      one.events?.level?.otherwise ?? 'unknown',
    ];
    expect([...foreign, ...levels.filter((level) => !idsOf('level').includes(level))]).toEqual([]);
  });

  it('names no column twice and has forms that can be read', () => {
    const names = Object.values(one.columns).flatMap((column) => column.names);
    expect(new Set(names).size).toBe(names.length);
    for (const form of one.times.forms) expect(toDateForm(form)).not.toEqual([]);
  });
});

test('a mapping is found by its id', () => {
  expect(findMapping('cfpb')?.source.id).toBe('cfpb');
  expect(findMapping('none')).toBeNull();
});

describe('what a mapping may not be', () => {
  const [first] = MAPPINGS;
  const messages = (change: Partial<Record<keyof Mapping, unknown>>) =>
    mapping.safeParse({ ...first, ...change }).error?.issues.map(({ message }) => message) ?? [];

  it.each([
    [{ externalId: {} }, 'neither a column nor a digest makes the id'],
    [{ externalId: { column: 'nowhere' } }, '"nowhere" is used but not among the columns'],
    [
      { events: { time: 'received' }, externalId: { otherwise: 'digest' } },
      'an event log needs the column that names the case',
    ],
    [
      { times: { forms: ['YYYY-MM-DD'], occurred: { basis: 'reported' } } },
      'no column says when it occurred',
    ],
  ])('%j: %s', (change, message) => {
    expect(messages(change)).toContain(message);
  });

  it('it may not carry a pattern', () => {
    const events = {
      time: 'received',
      level: { column: 'issue', rules: [{ matches: '(a+)+$', level: 'legal' }] },
    };
    expect(messages({ events }).join()).toContain('matches');
  });
});
