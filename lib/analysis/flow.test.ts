import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '../filters/vocabulary.ts';
import { LEVELS, TRIGGERS } from '../taxonomy/editable-sets.ts';
import { comparePaths, toEscalationPath } from './escalation-path.ts';
import { type FlowRow, foldFlow } from './flow.ts';

describe('folding', () => {
  test('twelve triggers become eight, "4 others" and unclassified, in the order of their counts', () => {
    const { triggers } = fold([...TRIGGERS.keys()].map((code) => row({ trigger: code, count: 20 - code })));
    expect(triggers).toHaveLength(10);
    expect(triggers[8]?.terms.map(({ code }) => code)).toEqual([9, 10, 11, 12]);
    expect(triggers[8]?.count).toBe(11 + 10 + 9 + 8);
    expect(triggers[9]).toMatchObject({ unknown: true, count: 20, key: 'trigger:unclassified' });
  });

  test('one value more than fits is shown by itself, never as "1 other"', () => {
    const { triggers } = fold([1, 2, 3, 4, 5, 6, 7, 8, 9].map((trigger) => row({ trigger })));
    expect(triggers.every(({ terms }) => terms.length === 1)).toBe(true);
  });

  test('paths stand in the order of the procedure, the unknown one last', () => {
    const { paths } = fold([1, 2, 3, 4, 5, 6, 0].map((path) => row({ path })));
    expect(paths.map(({ terms }) => terms[0]?.id)).toEqual([
      'frontline',
      'frontline~supervisor',
      'frontline~supervisor~technical',
      'frontline~supervisor~management',
      'frontline~technical',
      'technical',
      'unknown',
    ]);
  });

  test('a path that comes back to a level is one path of one column: no cycle can arise', () => {
    const { links } = fold([row({ path: 7 })]);
    expect(links).toEqual([
      {
        trigger: 'trigger:billing_error',
        path: 'path:frontline~supervisor~frontline',
        outcome: 'outcome:resolved',
        count: 1,
      },
    ]);
  });

  test('nothing at all is an empty flow', () => {
    expect(fold([])).toEqual({ triggers: [], paths: [], outcomes: [], links: [], total: 0 });
  });
});

test('every column adds up to what was counted, and so do the links of each place', () => {
  const rows = fc.array(
    fc.record({ trigger: fc.nat(12), path: fc.nat(7), outcome: fc.nat(2), count: fc.nat(50) }),
  );
  fc.assert(
    fc.property(rows, (drawn) => {
      const flow = fold(drawn);
      const total = drawn.reduce((sum, { count }) => sum + count, 0);
      expect(flow.total).toBe(total);
      for (const by of ['trigger', 'path', 'outcome'] as const) {
        const places = flow[`${by}s`];
        expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        for (const { key, count } of places) {
          const through = flow.links.filter((link) => link[by] === key);
          expect(through.reduce((sum, link) => sum + link.count, 0)).toBe(count);
        }
      }
    }),
  );
});

describe('a path', () => {
  test('is its levels, and frontline alone is told apart', () => {
    expect(toEscalationPath(path(1, 'frontline'), LEVELS)).toMatchObject({ frontlineOnly: true });
    const long = toEscalationPath(path(3, 'frontline~supervisor~technical'), LEVELS);
    expect(long?.levels.map(({ label }) => label)).toEqual(['Frontline', 'Supervisor', 'Technical']);
    expect(toEscalationPath(path(6, 'technical'), LEVELS)).toMatchObject({ beginsAtFrontline: false });
  });

  test('is unknown under code 0, and keeps the id of a level that is gone', () => {
    expect(toEscalationPath(path(0, 'unknown'), LEVELS)).toBeNull();
    expect(toEscalationPath(path(9, 'frontline~old_desk'), LEVELS)?.levels[1]?.label).toBe('old_desk');
  });
});

const paths: Term[] = [
  path(0, 'unknown'),
  path(1, 'frontline'),
  path(2, 'frontline~supervisor'),
  path(3, 'frontline~supervisor~technical'),
  path(4, 'frontline~supervisor~management'),
  path(5, 'frontline~technical'),
  path(6, 'technical'),
  path(7, 'frontline~supervisor~frontline'),
];
const outcomes: Term[] = [
  { code: 1, id: 'resolved', label: 'Resolved', rank: 0 },
  { code: 2, id: 'unresolved', label: 'Unresolved', rank: 1 },
  { code: 0, id: 'unknown', label: 'Unknown', rank: 2 },
];

function path(code: number, id: string): Term {
  return { code, id, label: id, rank: code };
}

function row(given: Partial<FlowRow>): FlowRow {
  return { trigger: 1, path: 1, outcome: 1, count: 1, ...given };
}

function fold(rows: readonly FlowRow[]) {
  return foldFlow(rows, {
    trigger: TRIGGERS,
    path: paths,
    outcome: outcomes,
    comparePaths: comparePaths(LEVELS),
  });
}
