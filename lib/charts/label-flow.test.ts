import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, TRIGGERS } from '../taxonomy/editable-sets.ts';
import { flowPanel } from './flow-chart.ts';
import { formatCount } from './format.ts';
import { LABEL_LINE } from './label-flow.ts';
import { flowHeight, layoutFlow, type PlacedNode } from './layout-flow.ts';
import { textWidth } from './text-fit.ts';

const WIDE = 704;
const PATHS = [
  'unknown',
  'frontline',
  'frontline~supervisor',
  'frontline~supervisor~technical~engineering~management~legal',
  'frontline~technical~supervisor~technical',
  'technical',
];
const OUTCOMES = ['Unknown', 'Resolved', 'Resolved with compensation', 'Disengaged safely', 'Customer lost'];

describe('the labels of a flow', () => {
  test('none meets another or leaves the picture, however long the names and small the nodes, from 358 px on', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'W'.repeat(60),
        '非常に長い名前'.repeat(6),
        'a word and one more '.repeat(5).trim(),
        'x',
      ),
      fc.string({ minLength: 1, maxLength: 70 }),
    );
    const flow = fc.record({
      names: fc.array(name, { minLength: 13, maxLength: 13 }),
      rows: fc.array(
        fc.record({
          trigger: fc.nat(12),
          path: fc.nat(PATHS.length - 1),
          outcome: fc.nat(OUTCOMES.length - 1),
          count: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2_000_000 })),
        }),
        { minLength: 1, maxLength: 60 },
      ),
      width: fc.integer({ min: 358, max: 1300 }),
    });
    fc.assert(
      fc.property(flow, ({ names, rows, width }) => {
        const { height, nodes } = layoutOf(rows, names, width);
        const boxes = nodes.map(boxOf);
        for (const [index, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(width);
          expect(one.top).toBeGreaterThanOrEqual(-0.01);
          expect(one.bottom).toBeLessThanOrEqual(height + 0.01);
          for (const other of boxes.slice(index + 1)) {
            const meet =
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom - 0.01 &&
              other.top < one.bottom - 0.01;
            expect(meet).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a label of one line stands beside its node, down to nodes of one incident in 20,000', () => {
    const rows = TRIGGERS.slice(0, 9).map(({ code }, index) => ({
      trigger: code,
      path: 1,
      outcome: 1,
      count: index === 0 ? 19_992 : 1,
    }));
    const names = TRIGGERS.map(({ label }) => label);
    for (const { node, y, height, label } of layoutOf(rows, names, WIDE).nodes) {
      if (node.column > 0) continue;
      expect(label.lines).toEqual([node.label]);
      expect(label.y - 4).toBeCloseTo(y + height / 2, 6);
    }
  });

  test('"Resolved with compensation 1,234,567" takes two lines at 358 px, its count at the end of the second', () => {
    const rows = [1, 2].map((outcome) => ({ trigger: 1, path: 1, outcome, count: 1_234_567 }));
    const { nodes } = layoutOf(rows, ['Billing error'], 358);
    const long = nodes.find(({ node }) => node.label === 'Resolved with compensation');
    expect(long?.label.lines).toHaveLength(2);
    expect(long?.label.lines[0]).toBe('Resolved with');
  });

  test('titles end before the next column begins', () => {
    const { titles, nodes, width } = layoutOf([{ trigger: 1, path: 1, outcome: 1, count: 5 }], ['One'], 300);
    const starts = [1, 2].map((column) => nodes.find(({ node }) => node.column === column)?.x ?? 0);
    const [, path, outcome] = titles;
    expect((path?.x ?? 0) + textWidth(path?.text ?? '')).toBeLessThan(starts[1] ?? 0);
    expect((outcome?.x ?? 0) + textWidth(outcome?.text ?? '')).toBeLessThanOrEqual(width);
  });
});

test('what is folded is named by its title and the definition: 4 other triggers, with their names', () => {
  const names = TRIGGERS.map(({ label }) => label);
  const rows = TRIGGERS.map(({ code }) => ({ trigger: code, path: 1, outcome: 1, count: 20 - code }));
  const { picture, definition } = panelOf(rows, names);
  const others = picture?.nodes.find(({ label }) => label === '4 other triggers');
  expect(others?.folded).toHaveLength(4);
  for (const folded of others?.folded ?? []) expect(definition.text).toContain(folded);
});

interface FlowRows {
  trigger: number;
  path: number;
  outcome: number;
  count: number;
}

function panelOf(rows: readonly FlowRows[], names: readonly string[]) {
  const termsOf = (ids: readonly string[]) => ids.map((id, code) => ({ id, code, label: id, rank: code }));
  const terms = {
    trigger: TRIGGERS.map((term, index) => ({ ...term, label: names[index] ?? term.label })),
    level: LEVELS,
    path: termsOf(PATHS),
    outcome: termsOf(OUTCOMES),
  };
  return flowPanel(rows, terms, { periodWords: '1 Jan to 24 Aug 2023' });
}

function layoutOf(rows: readonly FlowRows[], names: readonly string[], width: number) {
  const { picture } = panelOf(rows, names);
  if (!picture) throw new Error('something flows');
  return layoutFlow(picture, { width, height: flowHeight(picture) - 18 });
}

function boxOf({ node, label: { x, y, anchor, lines } }: PlacedNode) {
  const count = ` ${formatCount(node.count)}`;
  const widths = lines.map((line, index) => textWidth(index === lines.length - 1 ? line + count : line));
  const width = Math.max(...widths);
  const left = anchor === 'end' ? x - width : x;
  return { left, right: left + width, top: y - 11, bottom: y + 3 + (lines.length - 1) * LABEL_LINE };
}
