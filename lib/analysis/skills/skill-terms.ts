import type { Grouping } from '../../filters/skills-state.ts';
import { LEAP_STEPS } from '../../taxonomy/leap.ts';

/** A technique of the record. */
export interface SkillTerm {
  code: number;
  id: string;
  label: string;
  /** The section of the procedure, by its id; null where an organisation gave it none. */
  section: string | null;
}

/** Techniques that are looked at together: those of a section of the procedure, or of a step of LEAP. */
export interface SkillGroup {
  id: string;
  label: string;
  techniques: readonly SkillTerm[];
}

/** The techniques by section, in the order in which they come; each is in one. */
export function bySection(techniques: readonly SkillTerm[]): SkillGroup[] {
  const sections = [...new Set(techniques.map(({ section }) => section))];
  return sections.map((section) => ({
    id: section ?? 'other',
    label: section === null ? 'Other' : section.charAt(0).toUpperCase() + section.slice(1),
    techniques: techniques.filter((technique) => technique.section === section),
  }));
}

/** The techniques by the steps of LEAP, in their order: some are in two, and those outside of it in none. */
export function byLeap(techniques: readonly SkillTerm[]): SkillGroup[] {
  return LEAP_STEPS.map(({ id, label, techniques: of }) => ({
    id,
    label,
    techniques: techniques.filter((technique) => of.some((one) => one === technique.id)),
  })).filter((group) => group.techniques.length > 0);
}

export function groupBy(grouping: Grouping, techniques: readonly SkillTerm[]): SkillGroup[] {
  return grouping === 'leap' ? byLeap(techniques) : bySection(techniques);
}
