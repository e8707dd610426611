import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilters } from './arbitrary-filters.ts';
import type { Filters } from './filters.ts';
import { parseFilters, parseFiltersOfPeople } from './parse-filters.ts';
import { toHref, toSearchParams } from './serialise-filters.ts';

const parse = (query: string) => parseFilters(new URLSearchParams(query));
const reasonsOf = (filters: Filters) =>
  filters.ignored.map(({ parameter, value, reason }) => [parameter, value, reason]);
const untouched: Filters = {
  period: { kind: 'default' },
  comparison: { kind: 'previous' },
  also: null,
  selections: [],
  measure: null,
  ignored: [],
};

describe('parsing and serialising are inverse', () => {
  it('gives back any filters from their own query', () => {
    fc.assert(
      fc.property(arbitraryFilters(), (filters) => {
        expect(parse(toSearchParams(filters))).toEqual(filters);
      }),
    );
  });

  it('gives back one person, known or not, where people can be asked for', () => {
    fc.assert(
      fc.property(arbitraryFilters(), fc.nat(2_147_483_647), (others, agent) => {
        const filters = { ...others, agent };
        const query = toSearchParams(filters);
        expect(query).toContain(agent === 0 ? 'agent=unknown' : `agent=${agent}`);
        expect(parseFiltersOfPeople(new URLSearchParams(query))).toEqual(filters);
      }),
    );
    expect(parseFiltersOfPeople(new URLSearchParams('agent=0')).ignored).toHaveLength(1);
  });

  it('gives back the people of a session, or all others, where people can be asked for', () => {
    const sides = fc.record({
      session: fc.integer({ min: 1, max: 2_147_483_647 }),
      side: fc.constantFrom('trained' as const, 'others' as const),
    });
    fc.assert(
      fc.property(arbitraryFilters(), sides, (others, session) => {
        const filters = { ...others, session };
        expect(parseFiltersOfPeople(new URLSearchParams(toSearchParams(filters)))).toEqual(filters);
      }),
    );
    for (const text of ['0', '12~', '12~trained', '12~others~others', 'x', '3000000000'])
      expect(parseFiltersOfPeople(new URLSearchParams(`session=${text}`)).ignored, text).toHaveLength(1);
    expect(parse('session=12~others').ignored).toMatchObject([{ parameter: 'session', value: '12~others' }]);
  });

  it('gives them back from the record that Next makes of the query, too', () => {
    fc.assert(
      fc.property(arbitraryFilters(), (filters) => {
        const record = Object.fromEntries(new URLSearchParams(toSearchParams(filters)));
        expect(parseFilters(record)).toEqual(filters);
      }),
    );
  });

  it('brings any text to a canonical query at the first reading and never throws', () => {
    const names = fc.oneof(
      fc.constantFrom(
        'period',
        'compare',
        'measure',
        'trigger',
        'hour.not',
        'path',
        '__proto__',
        'constructor',
        'sort',
      ),
      fc.string({ unit: 'binary' }),
    );
    const values = fc.oneof(
      fc.constantFrom(
        'last-4-weeks',
        '2023-01-01..2023-12-31',
        'a,b,,a',
        '07,7,unknown',
        '2023-02-30..',
        '-1',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const record = fc.array(fc.tuple(names, fc.oneof(values, fc.array(values), fc.constant(undefined))));
    fc.assert(
      fc.property(record, (entries) => {
        const query = toSearchParams(parseFilters(Object.fromEntries(entries)));
        expect(toSearchParams(parse(query))).toBe(query);
        expect(parse(query).ignored).toEqual([]);
      }),
    );
  });

  it('writes more values than one parameter may hold as several parameters', () => {
    const values = Array.from(
      { length: 60 },
      (_, index) => `${index}`.padStart(2, '0') + 'x'.repeat(60),
    ).sort();
    const filters: Filters = { ...untouched, selections: [{ dimension: 'team', exclude: true, values }] };
    expect(toSearchParams(filters).match(/team\.not=/g)).toHaveLength(2);
    expect(parse(toSearchParams(filters))).toEqual(filters);
  });
});

describe('the query', () => {
  it('reads as it would be said: defaults left out, commas and tildes not escaped', () => {
    const query =
      'period=last-12-weeks&compare=last-year&trigger=billing_error,service_delay&path.not=frontline~supervisor&hour=9,10,unknown&measure=escalation_rate';
    expect(toSearchParams(parse(query))).toBe(query);
    expect(toSearchParams(untouched)).toBe('');
    expect(toSearchParams(parse('compare=previous'))).toBe('');
  });

  it('is the same whatever the order, repetition and spelling it was typed in', () => {
    const typed =
      'hour=10,09&channel=phone&trigger.not=b&trigger=service_delay&trigger=billing_error,service_delay,';
    expect(toSearchParams(parse(typed))).toBe(
      'trigger=billing_error,service_delay&trigger.not=b&channel=phone&hour=9,10',
    );
  });

  it('joins a path with those parts that say something', () => {
    expect(toHref('/incidents', 'kind=complaint', '', 'page=2')).toBe('/incidents?kind=complaint&page=2');
    expect(toHref('/incidents', '', '')).toBe('/incidents');
  });
});

describe('reading', () => {
  it('takes a custom period with its last day', () => {
    expect(parse('period=2023-01-01..2023-12-31&compare=2022-01-01..2022-12-31')).toEqual({
      ...untouched,
      period: { kind: 'custom', firstDay: '2023-01-01', lastDay: '2023-12-31' },
      comparison: { kind: 'custom', firstDay: '2022-01-01', lastDay: '2022-12-31' },
    });
  });

  it('leaves the parameters of the page alone and says which others it does not know', () => {
    const filters = parseFilters({ sort: '-number', page: '2', open: '17', q: 'refund', tirgger: 'x' }, [
      'q',
    ]);
    expect(reasonsOf(filters)).toEqual([['tirgger', 'x', 'there is no filter of this name']]);
  });

  it('keeps what can be read of a list and says the rest, value by value', () => {
    const filters = parse('trigger=billing_error,Nope!,&hour=24,3&outcome=settled');
    expect(filters.selections).toEqual([
      { dimension: 'trigger', exclude: false, values: ['billing_error'] },
      { dimension: 'hour', exclude: false, values: ['3'] },
    ]);
    expect(reasonsOf(filters)).toEqual([
      ['trigger', 'Nope!', 'no trigger can have this id'],
      ['hour', '24', 'an hour is 0 to 23, or unknown'],
      [
        'outcome',
        'settled',
        'an outcome is one of unknown, resolved, resolved_with_compensation, follow_up_pending, disengaged_safely, unresolved, customer_lost',
      ],
    ]);
  });

  it.each([
    ['2023-02-30..2023-03-01', 'there is no 2023-02-30 in the calendar'],
    ['2023-02-01..2023-02-29', 'there is no 2023-02-29 in the calendar'],
    ['2023-13-01..2023-13-02', 'there is no 2023-13-01 in the calendar'],
    ['2023-12-31..2023-01-01', 'the first day is after the last'],
    ['1899-12-31..1900-01-01', 'years run from 1900 to 2200'],
    ['2200-01-01..2201-01-01', 'years run from 1900 to 2200'],
    ['0001-01-01..9999-12-31', 'years run from 1900 to 2200'],
    [
      'last-5-weeks',
      'this is neither one of the periods offered nor two dates such as 2023-01-01..2023-12-31',
    ],
  ])('ignores the period %s: %s', (period, reason) => {
    expect(parse(`period=${period}`)).toEqual({
      ...untouched,
      ignored: [{ parameter: 'period', value: period, reason }],
    });
  });

  it('takes a leap day and the first and last possible years', () => {
    for (const period of ['2024-02-29..2024-02-29', '1900-01-01..1900-01-01', '2200-12-31..2200-12-31']) {
      expect(toSearchParams(parse(`period=${period}`))).toBe(`period=${period}`);
    }
  });

  it('takes the first of two periods, and says so unless they are the same', () => {
    const filters = parse('period=last-4-weeks&period=all&period=last-4-weeks');
    expect(filters.period).toEqual({ kind: 'preset', preset: 'last-4-weeks' });
    expect(reasonsOf(filters)).toEqual([['period', 'all', 'it is given twice, and the first one counts']]);
  });

  it('takes empty parameters, as a form sends them, for absent ones', () => {
    expect(
      parseFilters({ trigger: '', 'channel.not': ' , ', period: [], measure: undefined, team: ['', ''] }),
    ).toEqual(untouched);
  });

  it('survives broken percent encoding, control characters and names from the prototype', () => {
    const filters = parse('period=%E0%A4%A&channel=%00%ZZ&__proto__=1&constructor=2&toString=3');
    expect({ ...filters, ignored: [] }).toEqual(untouched);
    expect(filters.ignored.map(({ parameter }) => parameter).sort()).toEqual(
      ['__proto__', 'channel', 'constructor', 'period', 'toString'].sort(),
    );
    expect(parseFilters(JSON.parse('{"__proto__": "polluted"}')).ignored).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('reads no value of more than 2,000 characters, and shows no more than 80 of it', () => {
    const filters = parseFilters({ team: 'a,'.repeat(1001), [`${'n'.repeat(300)}`]: '😀'.repeat(100) });
    expect(filters.selections).toEqual([]);
    expect(filters.ignored.map(({ reason }) => reason)).toEqual([
      'it is longer than 2000 characters',
      'there is no filter of this name',
    ]);
    expect(
      filters.ignored.every(({ parameter, value }) => [...value].length <= 81 && parameter.length <= 81),
    ).toBe(true);
    expect(filters.ignored[1]?.value).toBe(`${'😀'.repeat(80)}…`);
  });

  it('reads an import up to the largest integer that the record can hold', () => {
    expect(parse('import=2147483647').selections).toHaveLength(1);
    expect(parse('import=2147483648').ignored).toHaveLength(1);
  });
});

describe('two comparisons at once', () => {
  it('reads them in their order, and the same one twice as one', () => {
    expect(parse('compare=previous,last-year')).toMatchObject({
      comparison: { kind: 'previous' },
      also: { kind: 'last-year' },
    });
    expect(parse('compare=last-year,last-year')).toMatchObject({
      comparison: { kind: 'last-year' },
      also: null,
    });
    expect(toSearchParams(parse('compare=previous,2022-01-01..2022-03-31'))).toBe(
      'compare=previous,2022-01-01..2022-03-31',
    );
  });

  it('refuses three, and none beside another', () => {
    expect(reasonsOf(parse('compare=previous,last-year,2022-01-01..2022-03-31'))).toEqual([
      ['compare', 'previous,last-year,2022-01-01..2022-03-31', 'at most two comparisons are made at once'],
    ]);
    expect(reasonsOf(parse('compare=previous,none'))).toEqual([
      ['compare', 'previous,none', 'none stands alone'],
    ]);
  });
});
