import { labelInSentence } from '../filters/words.ts';
import { FACTOR_CATEGORY_LABELS } from '../patterns/factor-categories.ts';
import type { Fishbone, FishboneBranch } from '../patterns/fishbone.ts';
import type { Definition, Panel, TwinTable } from './chart-model.ts';
import type { FishboneChart } from './fishbone-model.ts';
import { formatCount, formatCounted, formatFraction } from './format.ts';

export interface FishboneSaid {
  name: string;
  /** Incidents of the pattern in the period, and those of them with any factor coded. */
  shown: number;
  coded: number;
  periodWords: string;
}

/** The contributory factors of a pattern's incidents, with what people added. */
export function fishbonePanel(fishbone: Fishbone, said: FishboneSaid): Panel<FishboneChart> {
  const { branches } = fishbone;
  return {
    id: 'fishbone',
    headline: headline(fishbone),
    subtitle: subtitle(fishbone, said),
    definition: DEFINITION,
    picture: branches.length === 0 ? null : picture(branches, said),
    empty:
      branches.length === 0
        ? 'No contributory factor is coded in these incidents, and none was entered by hand.'
        : null,
    table: table(branches, fishbone.total),
    open: null,
  };
}

const DEFINITION: Definition = {
  title: 'Fishbone of contributory factors',
  passage: 'kept-patterns',
  text: 'Each incident counts once for every factor that reviewers coded in it, so that one with two factors counts twice. Factors stand on the branch of their group, the largest first; people may give them other words or another branch, or leave them out, and add others by hand, which have no count.',
};

function headline({ branches, total }: Fishbone): string {
  const [heaviest] = branches;
  if (!heaviest) return 'Nothing contributes yet that anybody has coded or entered';
  if (total === 0) return `${formatCounted(entriesOf(branches), 'factor')} entered by hand, none coded`;
  const [first] = heaviest.entries;
  const label = labelOf(heaviest);
  const share = `${formatFraction(heaviest.count, total)} factors coded`;
  const isAlone = heaviest.entries.length === 1 || !first?.count;
  return isAlone
    ? `${label} weighs most: ${share}`
    : `${label} weighs most: ${share}, ${formatCount(first.count ?? 0)} of them ${labelInSentence('cause', first.label)}`;
}

function subtitle({ total, leftOut }: Fishbone, { shown, coded, periodWords }: FishboneSaid): string {
  const not = shown - coded;
  return [
    `Contributory factors coded by reviewers in ${formatFraction(coded, shown)} incidents, ${periodWords}, ${formatCount(total)} in all.`,
    ...(not > 0 ? [`${formatCounted(not, 'incident')} not coded.`] : []),
    ...(leftOut.length > 0 ? [`Left out by hand: ${leftOut.map(({ label }) => label).join(', ')}.`] : []),
  ].join(' ');
}

function picture(branches: readonly FishboneBranch[], { name, shown, coded }: FishboneSaid): FishboneChart {
  return {
    kind: 'fishbone',
    head: name,
    note: `${formatFraction(coded, shown)} coded`,
    bones: branches.map((branch) => ({
      label: labelOf(branch),
      count: branch.entries.some(({ count }) => count !== null) ? branch.count : null,
      twigs: branch.entries.map(({ label, count, rootCause, factorId }) => ({
        id: rootCause === null ? `own-${factorId}` : `coded-${rootCause}`,
        label,
        count,
      })),
    })),
  };
}

function table(branches: readonly FishboneBranch[], total: number): TwinTable {
  return {
    columns: [
      { id: 'branch', label: 'Branch', form: 'text' },
      { id: 'factor', label: 'Factor', form: 'text' },
      { id: 'from', label: 'From', form: 'text' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
    ],
    rows: branches.flatMap((branch) =>
      branch.entries.map(({ label, count }) => ({
        cells: [labelOf(branch), label, count === null ? 'by hand' : 'coded', count],
        open: null,
      })),
    ),
    total: branches.length === 0 ? null : ['Factors coded', null, null, total],
  };
}

function labelOf({ category }: FishboneBranch): string {
  return category === 'other' ? 'Other' : FACTOR_CATEGORY_LABELS[category];
}

function entriesOf(branches: readonly FishboneBranch[]): number {
  return branches.reduce((sum, { entries }) => sum + entries.length, 0);
}
