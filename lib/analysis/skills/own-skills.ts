import type { StaffFigure } from '../../privacy/staff-table.ts';
import { fitBetaPrior } from '../../statistics/shrinkage/beta-prior.ts';
import { type HandledRow, toFraction } from './handled-rows.ts';
import { type Handled, type SkillCell, toCell } from './skill-cell.ts';
import type { SkillGroup } from './skill-terms.ts';

/** A technique, or all of a group together, as somebody handled it, with the band of the team. */
export interface OwnRow {
  id: string;
  label: string;
  techniques: readonly string[];
  whole: boolean;
  own: SkillCell;
  /** Null where others of the team are too few for it to be told. */
  band: SkillCell | null;
  standard: number | null;
}

export interface OwnSkills {
  groups: readonly { id: string; label: string; rows: readonly OwnRow[] }[];
  minimum: number;
}

export interface OwnQuestion {
  /** Of the person, by technique. */
  own: ReadonlyMap<number, Handled>;
  /** Of the person in all of a group together, by its id. */
  together: ReadonlyMap<string, Handled>;
  /** Of all people of the team: what shares are drawn towards. */
  people: readonly HandledRow[];
  /** Of the whole team by technique, as far as it may be told. */
  band: ReadonlyMap<number, StaffFigure | null>;
  groups: readonly SkillGroup[];
  standardOf: (technique: number) => number | null;
  minimum: number;
}

/** How one person stands in each technique, beside the whole team and nobody else in it. */
export function findOwnSkills(question: OwnQuestion): OwnSkills {
  const { groups, together, minimum } = question;
  const told = groups.map(({ id, label, techniques }) => {
    const whole = together.get(id);
    const rows = techniques.map((technique) => toRow(technique, question));
    const first = whole && techniques.length > 1 ? [wholeRow({ id, label, techniques }, whole, minimum)] : [];
    return { id, label, rows: [...first, ...rows].filter(({ own }) => own.opportunities > 0) };
  });
  return { groups: told.filter(({ rows }) => rows.length > 0), minimum };
}

function toRow({ code, id, label }: SkillGroup['techniques'][number], question: OwnQuestion): OwnRow {
  const { own, people, band, standardOf, minimum } = question;
  const standard = standardOf(code);
  const team = people.filter(({ technique }) => technique === code).map(toFraction);
  const figure = band.get(code) ?? null;
  const alone = { prior: fitBetaPrior([]), minimum, standard, effect: null };
  return {
    id,
    label,
    techniques: [id],
    whole: false,
    own: toCell(own.get(code) ?? NOTHING, { ...alone, prior: fitBetaPrior(team) }),
    band: figure && toCell(ofTeam(figure), alone),
    standard,
  };
}

function wholeRow({ id, label, techniques }: SkillGroup, own: Handled, minimum: number): OwnRow {
  const alone = { prior: fitBetaPrior([]), minimum, standard: null, effect: null };
  return {
    id: `all ${id}`,
    label: `${label}: all`,
    techniques: techniques.map((technique) => technique.id),
    whole: true,
    own: toCell(own, alone),
    band: null,
    standard: null,
  };
}

function ofTeam({ incidents, sums }: StaffFigure): Handled {
  return { opportunities: incidents, effective: sums.effective ?? 0, incidents };
}

const NOTHING: Handled = { opportunities: 0, effective: 0, incidents: 0 };
