import { hideSmallGroups, type Minimum } from './minimum-counts.ts';
import { type ShownFigures, toStaffPlaces } from './staff-places.ts';

/** What one agent adds to one cell of a table. Agent 0 is not known, and counts as nobody. */
export interface AgentShare {
  agent: number;
  row: number;
  column: number;
  incidents: number;
  /** Whatever adds up, by its name; rates are made of it afterwards. */
  sums: Readonly<Record<string, number>>;
}

/** What is told of a group of agents. */
export interface StaffFigure {
  incidents: number;
  agents: number;
  sums: Readonly<Record<string, number>>;
}

/** From whom small groups are hidden, and which groups are small. */
export interface Guard {
  /** The agents that the reader is. */
  known: readonly number[];
  minimum: Minimum;
}

/** A table of figures about staff. Null is what may not be told, and a sum that was not asked for. */
export interface StaffTable {
  /** Whether small groups are hidden here at all. */
  isGuarded: boolean;
  columns: readonly { column: number; sum: StaffFigure | null }[];
  /** Cells in the order of the columns. */
  rows: readonly { row: number; cells: readonly (StaffFigure | null)[]; sum: StaffFigure | null }[];
  total: StaffFigure | null;
  /** How many figures are hidden, sums among them. */
  hidden: number;
}

/**
 * Adds up the shares of agents in a table, and hides small groups and what would tell them, unless it is for somebody
 * who may see these. Shares of other rows and columns than those shown are left out, of the sums, too.
 *
 * What the reader contributed is known to the reader, so that a group is judged by the others in it.
 * Example: a reader among 3 agents of a cell leaves 2 others, and the cell is hidden.
 * @param guard null where nothing is hidden from the reader
 */
export function toStaffTable(
  shares: readonly AgentShare[],
  shown: ShownFigures,
  guard: Guard | null,
): StaffTable {
  const places = toStaffPlaces(shown);
  const parts = Array.from({ length: places.count }, (): AgentShare[] => []);
  for (const share of shares) for (const place of places.of(share)) parts[place]?.push(share);
  const hidden = guard
    ? hideSmallGroups(parts.map(othersThan(guard.known)), places.ties, guard.minimum)
    : new Set();
  const figures = parts.map((group, place) => (hidden.has(place) ? null : toFigure(group)));
  const figureOf = (place: number | null) => (place === null ? null : (figures[place] ?? null));
  return {
    isGuarded: guard !== null,
    columns: shown.columns.map((column, at) => ({ column, sum: figureOf(places.columnSum(at)) })),
    rows: shown.rows.map((row, at) => ({
      row,
      cells: shown.columns.map((_, column) => figureOf(places.cell(at, column))),
      sum: figureOf(places.rowSum(at)),
    })),
    total: figureOf(places.total),
    hidden: hidden.size,
  };
}

/** A figure of all these shares together. */
export function toFigure(shares: readonly AgentShare[]): StaffFigure {
  const sums: Record<string, number> = {};
  for (const share of shares) {
    for (const [name, value] of Object.entries(share.sums)) sums[name] = (sums[name] ?? 0) + value;
  }
  return { incidents: incidentsOf(shares), agents: agentsOf(shares).size, sums };
}

function othersThan(known: readonly number[]) {
  return (shares: readonly AgentShare[]) => {
    const others = shares.filter(({ agent }) => !known.includes(agent));
    return { incidents: incidentsOf(others), agents: agentsOf(others) };
  };
}

function incidentsOf(shares: readonly AgentShare[]): number {
  return shares.reduce((sum, { incidents }) => sum + incidents, 0);
}

function agentsOf(shares: readonly AgentShare[]): Set<number> {
  const behind = shares.filter(({ agent, incidents }) => agent !== 0 && incidents > 0);
  return new Set(behind.map(({ agent }) => agent));
}
