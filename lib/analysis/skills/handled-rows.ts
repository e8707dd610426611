import type { AgentShare } from '../../privacy/staff-table.ts';

/** What was observed of one technique at one person of one team. An incident has one observation of each technique. */
export interface HandledRow {
  team: number;
  agent: number;
  technique: number;
  opportunities: number;
  effective: number;
}

/** As a share of opportunities. */
export function toFraction({ effective, opportunities }: Pick<HandledRow, 'effective' | 'opportunities'>) {
  return { numerator: effective, denominator: opportunities };
}

/** As what one person adds to the cell of a technique and team. */
export function toShares(rows: readonly HandledRow[]): AgentShare[] {
  return rows.map(({ team, agent, technique, opportunities, effective }) => ({
    agent,
    row: technique,
    column: team,
    incidents: opportunities,
    sums: { effective },
  }));
}

/** The rows of each team and technique together, whoever it was. */
export function byTeam(rows: readonly HandledRow[]): Omit<HandledRow, 'agent'>[] {
  const sums = new Map<string, Omit<HandledRow, 'agent'>>();
  for (const { team, technique, opportunities, effective } of rows) {
    const key = `${team} ${technique}`;
    const before = sums.get(key);
    sums.set(key, {
      team,
      technique,
      opportunities: opportunities + (before?.opportunities ?? 0),
      effective: effective + (before?.effective ?? 0),
    });
  }
  return [...sums.values()];
}
