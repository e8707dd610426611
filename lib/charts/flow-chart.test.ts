import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowRow } from '../analysis/flow.ts';
import type { Term } from '../filters/vocabulary.ts';
import { LEVELS, TRIGGERS } from '../taxonomy/editable-sets.ts';
import { drawLinkedFlow } from './draw-flow.ts';
import { flowPanel } from './flow-chart.ts';
import { layoutFlow } from './layout-flow.ts';

const context = { periodWords: '1 Jan to 24 Aug 2023' };
const terms = {
  trigger: TRIGGERS,
  level: LEVELS,
  path: [
    ['unknown', 0],
    ['frontline', 1],
    ['frontline~supervisor', 2],
    ['frontline~supervisor~technical', 3],
    ['technical', 4],
  ].map(
    ([id, code]): Term => ({ id: String(id), code: Number(code), label: String(id), rank: Number(code) }),
  ),
  outcome: [
    { code: 1, id: 'resolved', label: 'Resolved', rank: 0 },
    { code: 0, id: 'unknown', label: 'Unknown', rank: 1 },
  ],
};

describe('the headline', () => {
  test('nothing, and no known path', () => {
    expect(panel([]).headline).toBe('No incidents in this period');
    expect(panel([row({ path: 0, count: 2827 })]).headline).toBe(
      'No escalation path is recorded for 2,827\u00a0incidents',
    );
  });

  test('frontline handles 60 of 100; 40 go further, most often to the supervisor', () => {
    const rows = [
      row({ path: 1, count: 60 }),
      row({ path: 2, count: 30 }),
      row({ path: 4, count: 10 }),
      row({ path: 0, count: 5 }),
    ];
    expect(panel(rows).headline).toBe(
      'Frontline handles 60 of 100 incidents by itself; 40 go further, most often › supervisor (30)',
    );
  });

  test('all, or none, are handled by frontline; a tie names no path', () => {
    expect(panel([row({ count: 7 })]).headline).toBe('Frontline handles all 7\u00a0incidents by itself');
    expect(panel([row({ path: 4, count: 7 })]).headline).toBe(
      'All 7\u00a0incidents with a known path go beyond frontline, most often technical only (7)',
    );
    expect(panel([row({ path: 2 }), row({ path: 4 })]).headline).toBe(
      'All 2\u00a0incidents with a known path go beyond frontline',
    );
  });
});

describe('the picture', () => {
  const flow = panel([
    row({ trigger: 3, path: 2, count: 5 }),
    row({ trigger: 1, path: 1, count: 4 }),
    row({ trigger: 0, path: 0, outcome: 0, count: 2 }),
  ]);

  test('names paths by what comes after frontline, hatches what is unknown, colours by trigger', () => {
    expect(
      flow.picture?.nodes.map(({ label, count, identity, unknown }) => [label, count, identity, unknown]),
    ).toEqual([
      ['Technical issue', 5, 3, false],
      ['Billing error', 4, 1, false],
      ['Unclassified', 2, null, true],
      ['frontline only', 4, null, false],
      ['› supervisor', 5, null, false],
      ['Path unknown', 2, null, true],
      ['Resolved', 9, null, false],
      ['Unknown', 2, null, true],
    ]);
  });

  test('follows the largest trigger unless another is asked for', () => {
    expect(flow.picture?.focus).toBe('trigger:technical_issue');
    const asked = flowPanel(
      [row({ trigger: 3, count: 5 }), row({ trigger: 1 })],
      { ...terms, focus: 'billing_error' },
      context,
    );
    expect(asked.picture?.focus).toBe('trigger:billing_error');
    expect(asked.subtitle).toContain('In colour: billing error,');
  });

  test('its table holds the flows, largest first, each opening its three values', () => {
    expect(flow.table.rows[0]).toEqual({
      cells: ['Technical issue', '› supervisor', 'Resolved', 5, 5 / 11],
      open: {
        selections: [
          { dimension: 'trigger', value: 'technical_issue' },
          { dimension: 'path', value: 'frontline~supervisor' },
          { dimension: 'outcome', value: 'resolved' },
        ],
      },
    });
    expect(flow.table.total).toEqual(['Total', null, null, 11, 1]);
  });

  test('folded values open nothing, since no filter is exactly them', () => {
    const many = panel(TRIGGERS.map(({ code }) => row({ trigger: code, count: 20 - code })));
    const others = many.picture?.nodes.find(({ label }) => label === '4 other triggers');
    expect(others).toMatchObject({ open: null, identity: null, count: 38 });
    expect(many.table.rows.find(({ cells }) => cells[0] === '4 other triggers')?.open).toBeNull();
  });
});

test('ribbons conserve every node: what comes in is what goes out is its count; all stand inside the picture', () => {
  const rows = fc.array(
    fc.record({
      trigger: fc.nat(12),
      path: fc.nat(4),
      outcome: fc.nat(1),
      count: fc.integer({ min: 1, max: 90 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(rows, (counted) => {
      const { picture } = panel(counted);
      if (!picture) throw new Error('something flows');
      for (const { id, count, column } of picture.nodes) {
        const sum = (side: 'source' | 'target') =>
          picture.ribbons
            .filter((ribbon) => ribbon[side] === id)
            .reduce((all, ribbon) => all + ribbon.count, 0);
        if (column < 2) expect(sum('source')).toBe(count);
        if (column > 0) expect(sum('target')).toBe(count);
      }
      const { nodes, ribbons, threads } = layoutFlow(picture, { width: 704, height: 400 });
      for (const { y, height } of nodes) {
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + height).toBeLessThanOrEqual(400.01);
      }
      for (const { path } of [...ribbons, ...threads]) expect(path).not.toMatch(/NaN|undefined/);
      // 1 of at most 12 × 90 is more than a tenth of a pixel high, so that none is left out.
      const shown = threads.reduce((sum, { path }) => sum + path.split('M').length - 1, ribbons.length);
      expect(shown).toBe(picture.ribbons.length);
    }),
    { numRuns: 60 },
  );
});

function row(given: Partial<FlowRow>): FlowRow {
  return { trigger: 1, path: 1, outcome: 1, count: 1, ...given };
}

function panel(rows: readonly FlowRow[]) {
  return flowPanel(rows, terms, context);
}

test('1 of 1,000 is a third of a pixel high: a line among those of its trigger, no shape of its own', () => {
  const { picture } = panel([row({ path: 1, count: 999 }), row({ path: 2, count: 1 })]);
  if (!picture) throw new Error('something flows');
  const { ribbons, threads } = layoutFlow(picture, { width: 704, height: 400 });
  expect(ribbons.map(({ ribbon }) => ribbon.count)).toEqual([999, 999]);
  expect(threads).toHaveLength(1);
  expect(threads[0]).toMatchObject({ trigger: 'trigger:billing_error' });
  expect(threads[0]?.path.match(/M/g)).toHaveLength(2);
  expect(threads[0]?.width).toBeGreaterThan(0.2);
  expect(threads[0]?.width).toBeLessThan(0.5);
});

test('1 of 10,000 is a thirtieth of a pixel high and not drawn; its table still has it', () => {
  const { picture, table } = panel([row({ path: 1, count: 9999 }), row({ path: 2, count: 1 })]);
  if (!picture) throw new Error('something flows');
  expect(layoutFlow(picture, { width: 704, height: 400 }).threads).toEqual([]);
  expect(table.rows).toHaveLength(2);
});

test('on the page a node leads where its links say, and the first that leads anywhere is the stop of the Tab key', () => {
  const { picture } = panel([row({ outcome: 1, count: 3 }), row({ outcome: 0, count: 1 })]);
  if (!picture) throw new Error('something flows');
  const led = picture.nodes.filter(({ column }) => column === 2);
  const links = Object.fromEntries(
    led.map(({ id }) => [id, { toggle: `/?outcome=${id}&x="1"`, exclude: `/?outcome=-${id}` }]),
  );
  const anchors = drawLinkedFlow(picture, links, 704).match(/<a [^>]*>/g);
  expect(anchors).toEqual(
    led.map(
      ({ id }, place) =>
        `<a href="/?outcome=${id}&amp;x=&quot;1&quot;" data-mark="" data-exclude="/?outcome=-${id}" data-key="${id}" tabindex="${place === 0 ? 0 : -1}">`,
    ),
  );
});
