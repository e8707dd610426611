import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { FACTOR_CATEGORIES, type FactorCategory, toFactorCategory } from './factor-categories.ts';

/** A contributory factor as reviewers coded it. */
export interface CodedFactor {
  rootCause: number;
  label: string;
  group: string | null;
  /** Incidents in which it was coded. */
  count: number;
}

/** What people entered: a factor by hand, or how a coded one is to be shown. */
export interface EnteredFactor {
  factorId: number;
  category: FactorCategory;
  text: string;
  rootCause: number | null;
  isLeftOut: boolean;
}

/** One twig of a fishbone. */
export interface FishboneEntry {
  label: string;
  /** Incidents in which it was coded; null where it was entered by hand. */
  count: number | null;
  rootCause: number | null;
  /** The entry that people made; null where it stands as it was coded. */
  factorId: number | null;
}

export interface FishboneBranch {
  /** `other`: codes of a group that an organisation has made itself. */
  category: FactorCategory | 'other';
  /** Factors coded, several of one incident each counted. */
  count: number;
  entries: readonly FishboneEntry[];
}

export interface Fishbone {
  /** The heaviest first; branches without an entry are not there. */
  branches: readonly FishboneBranch[];
  leftOut: readonly (FishboneEntry & { category: FishboneBranch['category'] })[];
  /** Factors coded on all branches. */
  total: number;
}

/**
 * The causes of some incidents by kind: coded factors with their counts, as people have renamed, moved or left them out,
 * and what they added by hand.
 */
export function toFishbone(coded: readonly CodedFactor[], entered: readonly EnteredFactor[]): Fishbone {
  const said = new Map(entered.map((entry) => [entry.rootCause, entry]));
  const known = coded.filter(({ rootCause }) => rootCause !== UNKNOWN_CODE);
  const placed = [
    ...known.map((factor) => place(factor, said.get(factor.rootCause))),
    ...entered
      .filter(({ rootCause }) => rootCause === null)
      .map(({ category, text, factorId }) => ({
        category,
        isLeftOut: false,
        entry: { label: text, count: null, rootCause: null, factorId },
      })),
  ];
  const branches = [...FACTOR_CATEGORIES, 'other' as const].flatMap((category) => {
    const entries = placed
      .filter((one) => one.category === category && !one.isLeftOut)
      .map(({ entry }) => entry)
      .sort((one, other) => (other.count ?? 0) - (one.count ?? 0));
    return entries.length === 0 ? [] : [{ category, count: sum(entries), entries }];
  });
  branches.sort((one, other) => other.count - one.count);
  return {
    branches,
    leftOut: placed.filter((one) => one.isLeftOut).map(({ category, entry }) => ({ ...entry, category })),
    total: branches.reduce((total, { count }) => total + count, 0),
  };
}

function place({ rootCause, label, group, count }: CodedFactor, said: EnteredFactor | undefined) {
  return {
    category: said?.category ?? toFactorCategory(group) ?? ('other' as const),
    isLeftOut: said?.isLeftOut ?? false,
    entry: { label: said?.text ?? label, count, rootCause, factorId: said?.factorId ?? null },
  };
}

function sum(entries: readonly { count: number | null }[]): number {
  return entries.reduce((total, { count }) => total + (count ?? 0), 0);
}
