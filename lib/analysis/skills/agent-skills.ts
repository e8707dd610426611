import type { Fraction } from '../../statistics/fraction.ts';
import { fitBetaPrior, type Prior } from '../../statistics/shrinkage/beta-prior.ts';
import { type HandledRow, toFraction } from './handled-rows.ts';
import { type Handled, type SkillCell, toCell } from './skill-cell.ts';
import type { SkillGroup } from './skill-terms.ts';

/** A technique, or all of a group together, over the people of one team. */
export interface AgentRow {
  id: string;
  label: string;
  /** The techniques behind it, by id. */
  techniques: readonly string[];
  whole: boolean;
  standard: number | null;
  /** The team’s own share, with its interval: what nobody stands out of by chance. */
  band: SkillCell;
  /** In the order of the people. */
  cells: readonly AgentCell[];
}

/** Marked where the whole interval lies outside of the band. */
export interface AgentCell extends SkillCell {
  outside: 'above' | 'below' | null;
}

export interface AgentSkills {
  /** By number, never by what they did. */
  agents: readonly number[];
  groups: readonly { id: string; label: string; rows: readonly AgentRow[] }[];
  minimum: number;
}

/** What one person did in all techniques of a group, with the distinct incidents. */
export interface TogetherRow extends Handled {
  team: number;
  agent: number;
}

export interface AgentQuestion {
  team: number;
  /** Of all teams that the viewer sees. */
  rows: readonly HandledRow[];
  groups: readonly SkillGroup[];
  /** The same of each group together, by its id. */
  together: ReadonlyMap<string, readonly TogetherRow[]>;
  standardOf: (technique: number) => number | null;
  minimum: number;
}

const NOBODY = 0;

/** How the people of a team stand in each technique against the band of the team. There is no order of people. */
export function findAgentSkills(question: AgentQuestion): AgentSkills {
  const { team, rows, groups, minimum } = question;
  const own = rows.filter((row) => row.team === team && row.agent !== NOBODY);
  const agents = [...new Set(own.map(({ agent }) => agent))].sort((one, other) => one - other);
  const told = groups.map(({ id, label, techniques }) => {
    const whole = wholeRow({ id, label, techniques }, agents, question);
    const single = techniques.map(({ code, id: technique, label: name }) => {
      const of = rows.filter((row) => row.technique === code).map(withIncidents);
      const row = judgeRow(of, agents, question, question.standardOf(code));
      return { id: technique, label: name, techniques: [technique], whole: false, ...row };
    });
    return { id, label, rows: [...(whole && techniques.length > 1 ? [whole] : []), ...single] };
  });
  return {
    agents,
    groups: told
      .map((group) => ({ ...group, rows: group.rows.filter(({ band }) => band.opportunities > 0) }))
      .filter((group) => group.rows.length > 0),
    minimum,
  };
}

function wholeRow(
  { id, label, techniques }: SkillGroup,
  agents: readonly number[],
  question: AgentQuestion,
): AgentRow | null {
  const rows = question.together.get(id);
  if (!rows) return null;
  const row = judgeRow(rows, agents, question, null);
  const ids = techniques.map((technique) => technique.id);
  return { id: `all ${id}`, label: `${label}: all`, techniques: ids, whole: true, ...row };
}

function judgeRow(
  rows: readonly TogetherRow[],
  agents: readonly number[],
  { team, minimum }: AgentQuestion,
  standard: number | null,
) {
  const people = rows.filter((row) => row.team === team && row.agent !== NOBODY);
  const prior = priorOf(people.map(toFraction), rows.filter(({ agent }) => agent !== NOBODY).map(toFraction));
  const band = toCell(addUp(people), { prior: fitBetaPrior([]), minimum, standard, effect: null });
  const cells = agents.map((agent): AgentCell => {
    const own = addUp(people.filter((row) => row.agent === agent));
    const cell = toCell(own, { prior, minimum, standard, effect: null });
    return { ...cell, outside: outsideOf(cell, band) };
  });
  return { standard, band, cells };
}

/** How the shares of the team’s people lie; where they are too few to tell, those of everybody who is seen. */
function priorOf(team: readonly Fraction[], everybody: readonly Fraction[]): Prior {
  const own = fitBetaPrior(team);
  return own.kind === 'none' && own.why === 'few_units' ? fitBetaPrior(everybody) : own;
}

function outsideOf({ interval }: SkillCell, band: SkillCell): AgentCell['outside'] {
  if (interval === null || band.interval === null) return null;
  if (interval[1] < band.interval[0]) return 'below';
  return interval[0] > band.interval[1] ? 'above' : null;
}

function withIncidents(row: HandledRow): TogetherRow {
  return { ...row, incidents: row.opportunities };
}

function addUp(rows: readonly Handled[]): Handled {
  return rows.reduce(
    (sum, row) => ({
      opportunities: sum.opportunities + row.opportunities,
      effective: sum.effective + row.effective,
      incidents: sum.incidents + row.incidents,
    }),
    { opportunities: 0, effective: 0, incidents: 0 },
  );
}
