import type { SkillCell } from '../../analysis/skills/skill-cell.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { formatCount, formatCounted, formatFraction, formatShare, NOTHING_KNOWN } from '../format.ts';
import type { MatrixCell, MatrixRange } from './matrix-model.ts';

/** Points below the standard from which on a tone is darker. */
export const GAP_STEPS = [0, 0.05, 0.12, 0.22] as const;

export interface CellContext {
  /** "Easton Chat, paraphrasing" */
  name: string;
  standard: number | null;
  minimum: number;
  mark: MatrixCell['mark'];
  alike: boolean;
  open: Narrowing;
}

/** A cell as it is drawn; null is one that may not be shown, which looks like one without anything. */
export function toMatrixCell(cell: SkillCell | null, context: CellContext): MatrixCell {
  if (cell === null || cell.opportunities === 0) return NOTHING;
  const { opportunities, estimate, gap } = cell;
  const open = context.open;
  if (estimate === null)
    return {
      ...NOTHING,
      words: NOTHING_KNOWN,
      title: `${context.name}: too few, ${formatFraction(opportunities, context.minimum)} opportunities needed`,
      open,
    };
  return {
    words: percent(estimate),
    title: describeCell(cell, context),
    size: opportunities,
    step: stepOf(gap ?? 0),
    mark: context.mark,
    alike: context.alike,
    open,
  };
}

/** "Easton Chat, paraphrasing: 29 %, 95 % interval 19 to 40; 17 of 64 opportunities effective (26.6 %) in 64 incidents" */
export function describeCell(
  cell: SkillCell,
  { name, standard }: Pick<CellContext, 'name' | 'standard'>,
): string {
  const { estimate, interval, effective, opportunities, incidents } = cell;
  if (estimate === null || interval === null) return name;
  const raw = formatShare(effective / opportunities);
  return [
    `${name}: ${percent(estimate)}\u00a0%, 95\u00a0% interval ${percent(interval[0])} to ${percent(interval[1])}`,
    `${formatFraction(effective, opportunities)} opportunities effective, ${raw} as counted, in ${formatCounted(incidents, 'incident')}`,
    ...(standard === null ? [] : [`standard ${percent(standard)}\u00a0%`]),
  ].join('; ');
}

/** Where the share of a row lies on an axis from 0 to 100 %. */
export function toRange(cell: SkillCell | null, standard: number | null): MatrixRange | null {
  if (cell?.estimate == null || cell.interval === null) return null;
  const [low, high] = cell.interval;
  return { words: percent(cell.estimate), at: cell.estimate, low, high, standard };
}

/** The incidents with an opportunity for a technique in a team. */
export function cellOf(technique: string, team: string): Narrowing {
  return {
    selections: [
      { dimension: 'technique', value: technique },
      { dimension: 'team', value: team },
    ],
  };
}

/** A whole percentage: what a matrix has room for. */
export function percent(share: number): string {
  return formatCount(Math.round(share * 100));
}

const NOTHING: MatrixCell = {
  words: '',
  title: '',
  size: 0,
  step: 0,
  mark: 'none',
  alike: false,
  open: null,
};

/** A gap that is told as 0 points has no tone. */
function stepOf(gap: number): MatrixCell['step'] {
  if (gap < 0.005) return 0;
  const passed = GAP_STEPS.filter((least) => gap >= least).length;
  return passed as MatrixCell['step'];
}
