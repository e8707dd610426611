import type { Narrowing } from '../filters/filters.ts';

export interface FlowNode {
  id: string;
  /** 0 trigger, 1 escalation path, 2 outcome. */
  column: 0 | 1 | 2;
  label: string;
  count: number;
  /** 1 to 8, fixed for the value on every page; null for other and unknown. */
  identity: number | null;
  unknown: boolean;
  /** The values that are folded into it, by name; none where it is one of its own, left out in packs from before. */
  folded?: readonly string[];
  /** Null where several values are folded into one node. */
  open: Narrowing | null;
}

/** One ribbon between neighbouring columns, for one trigger node, so that a trigger can be followed through. */
export interface FlowRibbon {
  source: string;
  target: string;
  trigger: string;
  count: number;
}

export interface FlowChart {
  kind: 'flow';
  columnTitles: readonly [string, string, string];
  nodes: readonly FlowNode[];
  ribbons: readonly FlowRibbon[];
  /** The trigger node that is coloured and followed through; null for none. */
  focus: string | null;
  total: number;
}
