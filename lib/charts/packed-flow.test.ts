import { expect, test } from 'vitest';
import type { FlowChart } from './flow-model.ts';
import { packFlow, unpackFlow } from './packed-flow.ts';

const node = (id: string, column: 0 | 1 | 2): FlowChart['nodes'][number] => ({
  id,
  column,
  label: id,
  count: 7,
  identity: null,
  unknown: false,
  open: null,
});
const chart: FlowChart = {
  kind: 'flow',
  columnTitles: ['Trigger', 'Path', 'Outcome'],
  nodes: [node('trigger:a', 0), node('path:b', 1), node('outcome:c', 2)],
  ribbons: [
    { source: 'trigger:a', target: 'path:b', trigger: 'trigger:a', count: 7 },
    { source: 'path:b', target: 'outcome:c', trigger: 'trigger:a', count: 7 },
  ],
  focus: 'trigger:a',
  total: 7,
};

test('two ribbons between the nodes 0, 1 and 2 are eight numbers, and come back as they were', () => {
  const packed = packFlow(chart);
  expect(packed.ribbons).toEqual([0, 1, 0, 7, 1, 2, 0, 7]);
  expect(unpackFlow(JSON.parse(JSON.stringify(packed)))).toEqual(chart);
});

test('a ribbon that ends at no node is refused rather than drawn somewhere', () => {
  const lost = { source: 'trigger:z', target: 'path:b', trigger: 'trigger:a', count: 1 };
  expect(() => packFlow({ ...chart, ribbons: [lost] })).toThrow('trigger:z');
});
