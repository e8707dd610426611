import type { Term } from '../../filters/vocabulary.ts';
import type { StaffFigure, StaffTable } from '../../privacy/staff-table.ts';
import { agentsAlike } from './agents-alike.ts';
import { type HandledRow, toFraction } from './handled-rows.ts';
import { type Organisation, type TeamRow, toOrganisation } from './organisation.ts';
import { type Against, type Handled, type SkillCell, SURE, toCell } from './skill-cell.ts';
import type { SkillGroup, SkillTerm } from './skill-terms.ts';

/** One technique over all teams. */
export interface TechniqueRow {
  technique: SkillTerm;
  /** What a cell is held against; null where too few teams have enough opportunities. */
  standard: number | null;
  /** De-escalations more for each opportunity handled effectively; null where nothing is known. */
  effect: number | null;
  /** Null where it may not be shown, as in the cells. */
  all: SkillCell | null;
  /** In the order of the teams. */
  cells: readonly (SkillCell | null)[];
  /** As low in every team: the process is to be mended, not the people. */
  shared: boolean;
  /** De-escalations more if every team reached the standard; null where the gap is shared or nothing is known. */
  gain: number | null;
}

export interface SkillGaps {
  /** By name; last what nobody knows the team of. */
  teams: readonly Term[];
  /** What there is of each team, in their order; null where it may not be shown. */
  sums: readonly (StaffFigure | null)[];
  total: StaffFigure | null;
  /** Both by what there is to gain. */
  groups: readonly { id: string; label: string; rows: readonly TechniqueRow[] }[];
  standardFrom: 'target' | 'median';
  minimum: number;
  /** Techniques with fewer opportunities than the minimum in every team. */
  leftOut: number;
  /** Figures of small groups that are not shown. */
  hidden: number;
}

export interface GapQuestion {
  /** What the viewer sees: techniques in rows, teams in columns. */
  table: StaffTable;
  /** The same by person, for what the people of a team have in common. */
  people: readonly HandledRow[];
  /** The whole organisation by team: what shares are drawn towards and held against. */
  everybody: readonly TeamRow[];
  groups: readonly SkillGroup[];
  teams: readonly Term[];
  /** By technique. */
  effects: ReadonlyMap<number, number | null>;
  minimum: number;
  /** What every technique should reach, where the organisation has said so; else the median of its teams. */
  target: number | null;
}

/** Which team needs which technique. There is no order of teams and none of people: only techniques are ranked. */
export function findSkillGaps(question: GapQuestion): SkillGaps {
  const { table, groups, minimum, target } = question;
  const teams = table.columns.flatMap(
    ({ column }) => question.teams.find(({ code }) => code === column) ?? [],
  );
  const organisation = toOrganisation(question.everybody, minimum, target);
  const judged = groups.map(({ id, label, techniques }) => {
    const all = techniques.map((technique) => judgeTechnique(technique, teams, question, organisation));
    return { id, label, all, rows: all.filter(isTold).sort(byPotential) };
  });
  return {
    teams,
    sums: table.columns.map(({ sum }) => sum),
    total: table.total,
    groups: judged
      .filter((group) => group.rows.length > 0)
      .sort((one, other) => mostOf(other.rows) - mostOf(one.rows))
      .map(({ id, label, rows }) => ({ id, label, rows: rows.map(({ potential: _, ...row }) => row) })),
    standardFrom: target === null ? 'median' : 'target',
    minimum,
    leftOut: judged.flatMap(({ all }) => all).filter((row) => isSeen(row) && !isTold(row)).length,
    hidden: table.hidden,
  };
}

/** A row with what it is ordered by: what there were to gain if it were not shared. */
type Judged = TechniqueRow & { potential: number };

const NOBODY = 0;

function judgeTechnique(
  technique: SkillTerm,
  teams: readonly Term[],
  { table, people, effects, minimum }: GapQuestion,
  organisation: Organisation,
): Judged {
  const { prior, standard, shared, usual } = organisation.of(technique.code);
  const effect = effects.get(technique.code) ?? null;
  const against: Against = { prior, minimum, standard, effect };
  const row = table.rows.find((each) => each.row === technique.code);
  const own = people.filter((one) => one.technique === technique.code);
  const cells = teams.map(({ code }, place) => {
    const figure = row?.cells[place];
    return figure ? judgeCell(toHandled(figure), code, own, against, shared) : null;
  });
  const all = row?.sum ? toCell(toHandled(row.sum), { ...against, prior: organisation.nothingKnown }) : null;
  const gain = cells.reduce((sum, cell) => sum + (cell?.gain ?? 0), 0);
  const isKnown = effect !== null && standard !== null;
  return {
    technique,
    standard,
    effect,
    all,
    cells,
    shared,
    gain: isKnown && !shared ? gain : null,
    potential: shared ? Math.max(gain, gainTo(usual, all) * (effect ?? 0)) : gain,
  };
}

function judgeCell(
  handled: Handled,
  team: number,
  people: readonly HandledRow[],
  against: Against,
  shared: boolean,
): SkillCell {
  const cell = toCell(handled, against);
  // Nobody can be trained there.
  if (team === NOBODY) return { ...cell, below: null, gap: null, handlings: null, gain: null };
  const known = people.filter((one) => one.team === team && one.agent !== NOBODY).map(toFraction);
  const isBelow = cell.below !== null && cell.below >= SURE && (cell.gap ?? 0) > 0;
  return { ...cell, marked: isBelow && !shared, agentsAlike: agentsAlike(known, against.minimum) };
}

/** One observation counts per incident and technique. */
function toHandled({ incidents, sums }: StaffFigure): Handled {
  return { opportunities: incidents, effective: sums.effective ?? 0, incidents };
}

function gainTo(usual: number, all: SkillCell | null): number {
  return all?.estimate == null ? 0 : Math.max(0, usual - all.estimate) * all.opportunities;
}

function isSeen({ cells }: TechniqueRow): boolean {
  return cells.some((cell) => cell !== null && cell.opportunities > 0);
}

function isTold({ cells }: TechniqueRow): boolean {
  return cells.some((cell) => cell?.estimate != null);
}

function byPotential(one: Judged, other: Judged): number {
  return other.potential - one.potential;
}

function mostOf(rows: readonly Judged[]): number {
  return rows.reduce((sum, { potential }) => sum + potential, 0);
}
