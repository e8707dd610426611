import type { Definition, TwinColumn } from '../charts/chart-model.ts';
import type { PackPanel } from './pack.ts';

/** What is said of a list. */
export interface ListWords {
  id: string;
  name: string;
  headline: string;
  subtitle: string;
  /** What stands in it, and what does not. */
  definition: string;
  /** The passage of the methods that explains its figures. */
  passage?: Definition['passage'];
}

export type ListColumn = readonly [id: string, label: string, form: TwinColumn['form']];

/** A list of a page as a panel: rows without a picture. */
export function toListPanel(
  { id, name, headline, subtitle, definition, passage = 'counted' }: ListWords,
  columns: readonly ListColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): PackPanel {
  return {
    id,
    name,
    headline,
    subtitle,
    definition: { title: name, text: definition, passage },
    picture: null,
    empty: rows.length === 0 ? 'There are none.' : null,
    table: {
      columns: columns.map(([columnId, label, form]) => ({ id: columnId, label, form })),
      rows: rows.map((cells) => ({ cells, open: null })),
      total: null,
    },
  };
}
