import type { Observation } from '../taxonomy/fixed-sets.ts';
import type { Technique } from './incident-record.ts';

/** One technique in one incident, as each observer saw it. */
export interface TechniqueRow {
  section: string;
  label: string;
  firstOfSection: boolean;
  reviewer: Observation | null;
  agent: Observation | null;
}

/** The observations of one incident by technique, in the order given; and how many opportunities there were. */
export function techniqueRows(techniques: readonly Technique[]): { rows: TechniqueRow[]; summary: string } {
  const rows: TechniqueRow[] = [];
  for (const { section, label, observer, observation } of techniques) {
    let row = rows.find((each) => each.label === label);
    if (!row) {
      const words = section.charAt(0).toUpperCase() + section.slice(1);
      const firstOfSection = rows.at(-1)?.section !== words;
      row = { section: words, label, firstOfSection, reviewer: null, agent: null };
      rows.push(row);
    }
    row[observer] = observation;
  }
  return { rows, summary: summarise(rows) };
}

// One observation a technique counts, and a reviewer's stands in place of the agent's own.
function summarise(rows: readonly TechniqueRow[]): string {
  const counted = rows.map((row) => row.reviewer ?? row.agent);
  const count = (observation: Observation) => counted.filter((each) => each === observation).length;
  const opportunities = `${rows.length} ${rows.length === 1 ? 'opportunity' : 'opportunities'}`;
  const differing = rows.some((row) => row.reviewer && row.agent && row.reviewer !== row.agent);
  return [
    `${opportunities}: ${count('effective')} effective, ${count('partial')} partial, ${count('missed')} missed`,
    differing ? 'underlined where the two differ' : '',
  ]
    .filter(Boolean)
    .join('; ');
}
