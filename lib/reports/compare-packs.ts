import type { TwinTable } from '../charts/chart-model.ts';
import type { Pack, PackPanel } from '../packs/pack.ts';

type Cell = string | number | null;

/** A figure that is not what it was. */
export interface ChangedFigure {
  /** What the row is called. */
  row: string;
  column: TwinTable['columns'][number];
  before: Cell;
  after: Cell;
}

/** What of a panel is not as it was. */
export interface ChangedPanel {
  id: string;
  name: string;
  changed: readonly ChangedFigure[];
  /** Rows that there were not, and that there are no more. */
  added: readonly string[];
  gone: readonly string[];
}

/**
 * Where the figures of two packs of the same page differ, panel by panel; panels that agree are left out. Rows are the
 * same when they are called the same.
 */
export function comparePacks(then: Pack, now: Pack): ChangedPanel[] {
  const ids = [...new Set([...then.panels, ...now.panels].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [then, now].map(({ panels }) => panels.find((panel) => panel.id === id));
    const compared = comparePanels(id, was, is);
    return compared.changed.length + compared.added.length + compared.gone.length > 0 ? [compared] : [];
  });
}

function comparePanels(id: string, was: PackPanel | undefined, is: PackPanel | undefined): ChangedPanel {
  const before = rowsByName(was);
  const after = rowsByName(is);
  const columns = (is ?? was)?.table.columns ?? [];
  const changed = [...before].flatMap(([row, cells]) => {
    const others = after.get(row);
    if (!others) return [];
    return columns.flatMap((column) => {
      const [before, after] = [cells.get(column.id) ?? null, others.get(column.id) ?? null];
      return before === after ? [] : [{ row, column, before, after }];
    });
  });
  return {
    id,
    name: (is ?? was)?.name ?? id,
    changed,
    added: [...after.keys()].filter((row) => !before.has(row)),
    gone: [...before.keys()].filter((row) => !after.has(row)),
  };
}

/**
 * Each row of a panel with its cells by column. A row is called by its first cell; where several begin alike, by the
 * second text or date, too; and what is still the same is told apart by its place.
 */
function rowsByName(panel: PackPanel | undefined): Map<string, Map<string, Cell>> {
  const rows = new Map<string, Map<string, Cell>>();
  if (!panel) return rows;
  const { columns, rows: listed, total } = panel.table;
  const all = [...listed.map(({ cells }) => cells), ...(total ? [total] : [])];
  const first = (cells: readonly Cell[]) => String(cells[0] ?? 'All');
  const alike = new Set(all.map(first).filter((name, at, names) => names.indexOf(name) !== at));
  for (const cells of all) {
    const name = alike.has(first(cells)) ? longerName(columns, cells) : first(cells);
    let own = name;
    for (let again = 2; rows.has(own); again += 1) own = `${name} (${again})`;
    rows.set(own, new Map(columns.map((column, index) => [column.id, cells[index] ?? null])));
  }
  return rows;
}

function longerName(columns: TwinTable['columns'], cells: readonly Cell[]): string {
  const second = columns.findIndex(({ form }, index) => index > 0 && (form === 'text' || form === 'date'));
  return [cells[0] ?? 'All', cells[second]].filter((cell) => cell !== null && cell !== undefined).join(', ');
}
