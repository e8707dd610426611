import { describe, expect, test } from 'vitest';
import { drawFlow } from './draw-flow.ts';
import { drawScan } from './draw-scan.ts';
import type { FlowChart, FlowNode } from './flow-model.ts';
import type { ScanList, ScanRow } from './scan-model.ts';

// Reports keep pictures as they were: those from before a field came are still drawn.

const narrowing = { selections: [] };

describe('a picture that was kept', () => {
  test('before patterns had a second fact is drawn as one with no second fact', () => {
    const row: ScanRow = {
      ...{ key: 'trigger=1', place: 1, name: 'Billing error', reason: '118 incidents', sentence: '118' },
      ...{ rising: false, spark: null, at: 0.6, low: 0.5, high: 0.7, beyond: false, few: false },
      ...{ lift: '2.1 ×', interval: '1.7–2.5', found: '118', expected: '56', excess: '62', q: '0.01' },
      open: { label: 'Open 118 incidents', narrowing },
      keep: { narrowing, measure: 'incidents', label: 'Incidents' },
      kept: null,
    };
    const before: ScanList = {
      ...{ kind: 'scan', rows: [row], unshown: 0, verdict: '1 pattern' },
      axis: { ticks: [{ at: 0.2, label: '1 ×' }], reference: 0.2 },
    };
    const today = { ...before, rows: [{ ...row, also: [] }] };
    expect(drawScan(before, 700, 'light')).toBe(drawScan(today, 700, 'light'));
  });

  test('before nodes of the flow named what is folded is drawn as one where nothing is', () => {
    const node = (column: FlowNode['column'], label: string): FlowNode => ({
      ...{ id: label, column, label, count: 3, identity: null, unknown: false, open: null },
    });
    const nodes = [node(0, 'Billing error'), node(1, '2 other paths'), node(2, 'Resolved')];
    const before: FlowChart = {
      ...{ kind: 'flow', columnTitles: ['Trigger', 'Path', 'Outcome'], nodes, focus: null, total: 3 },
      ribbons: [
        { source: 'Billing error', target: '2 other paths', trigger: 'Billing error', count: 3 },
        { source: '2 other paths', target: 'Resolved', trigger: 'Billing error', count: 3 },
      ],
    };
    const today = { ...before, nodes: nodes.map((one) => ({ ...one, folded: [] })) };
    const size = { width: 700, height: 300 };
    expect(drawFlow(before, size, 'light')).toBe(drawFlow(today, size, 'light'));
  });
});
