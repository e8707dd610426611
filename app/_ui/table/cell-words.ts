import type { TwinColumn } from '@/lib/charts/chart-model.ts';
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatMinutes,
  formatPercent,
  formatShare,
  NOTHING_KNOWN,
} from '@/lib/charts/format.ts';

/** Whether the cells of a column are figures, which stand at the right. */
export function isFigure({ form }: TwinColumn): boolean {
  return form !== 'text' && form !== 'date';
}

/** A cell as people read it; a dash where nothing is known. */
export function cellWords(cell: string | number | null, { form, label }: TwinColumn): string {
  if (cell === null) return NOTHING_KNOWN;
  if (typeof cell === 'string') return form === 'date' ? formatDate(cell) : cell;
  if (form === 'share') return label.includes('%') ? formatPercent(cell) : formatShare(cell);
  if (form === 'decimal') return formatDecimal(cell, 1);
  if (form === 'hundredths') return formatDecimal(cell, 2);
  return form === 'minutes' ? formatMinutes(cell) : formatCount(cell);
}
