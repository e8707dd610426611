import type { SkillCell } from '../../analysis/skills/skill-cell.ts';
import type { SkillGaps, TechniqueRow } from '../../analysis/skills/skill-gaps.ts';
import type { TwinTable } from '../chart-model.ts';
import { cellOf } from './matrix-cells.ts';

/** The matrix cell by cell. Those without an opportunity, and those that may not be shown, are not among them. */
export function gapsTable(gaps: SkillGaps): TwinTable {
  const rows = gaps.groups.flatMap(({ label, rows: of }) =>
    of.flatMap((row) =>
      row.cells.flatMap((cell, place) => {
        const team = gaps.teams[place];
        if (!cell || !team || cell.opportunities === 0) return [];
        const words = [row.technique.label, team.label, label];
        return [{ cells: [...words, ...figures(cell, row)], open: cellOf(row.technique.id, team.id) }];
      }),
    ),
  );
  return {
    columns: [
      { id: 'technique', label: 'Technique', form: 'text' },
      { id: 'team', label: 'Team', form: 'text' },
      { id: 'group', label: 'Section', form: 'text' },
      { id: 'opportunities', label: 'Opportunities', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'effective', label: 'Effective', form: 'count' },
      { id: 'counted', label: 'As counted', form: 'share' },
      { id: 'estimate', label: 'Estimate', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'standard', label: 'Standard', form: 'share' },
      { id: 'below', label: 'Probability of being below', form: 'share' },
      { id: 'marked', label: 'Marked', form: 'text' },
      { id: 'alike', label: 'Agents alike', form: 'text' },
      { id: 'handlings', label: 'Handled effectively more', form: 'decimal' },
      { id: 'effect', label: 'Effect, de-escalated more for each', form: 'hundredths' },
      { id: 'gain', label: 'Expected gain', form: 'decimal' },
    ],
    rows,
    total: null,
  };
}

function figures(cell: SkillCell, { standard, effect, shared }: TechniqueRow): (string | number | null)[] {
  const { opportunities, incidents, effective, estimate, interval, below, handlings, gain, agentsAlike } =
    cell;
  return [
    opportunities,
    incidents,
    effective,
    estimate === null ? null : effective / opportunities,
    estimate,
    interval?.[0] ?? null,
    interval?.[1] ?? null,
    standard,
    below,
    shared ? 'low in every team' : cell.marked ? 'yes' : 'no',
    agentsAlike === null ? null : agentsAlike ? 'yes' : 'no',
    handlings,
    effect,
    gain,
  ];
}
