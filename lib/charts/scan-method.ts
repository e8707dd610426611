import { FALSE_SHARE } from '../analysis/pattern-scan/bar.ts';
import type { ContactsUsed, ToldScan } from '../analysis/pattern-scan/told-scan.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatCounted, formatPercent } from './format.ts';

/** What was looked at, how it is drawn, and what could not be asked. */
export function scanSubtitle(
  { incidents, before, folded, contacts, least, findings }: ToldScan,
  { periodWords, comparisonWords }: Pick<ChartContext, 'periodWords' | 'comparisonWords'>,
): string {
  const sentences = [
    `Combinations of up to three values with at least ${formatCount(least)} incidents, ${periodWords}, n\u00a0${formatCount(incidents)}.`,
    ...(findings.length > 0
      ? [
          'Lift: found against expected, 95\u00a0% range, log scale; line at 1: as expected. q: share of false finds expected at this cut. Hollow dot: fewer than 15.',
        ]
      : []),
    ...(folded > 0
      ? [
          `${formatCounted(folded, 'combination')} that ${folded === 1 ? 'adds' : 'add'} nothing to these ${folded === 1 ? 'is' : 'are'} folded in.`,
        ]
      : []),
    ...(before === null ? [comparisonWords ? OVERLAPS : NOT_COMPARED] : []),
    CONTACT_WORDS[contacts],
  ];
  return sentences.filter(Boolean).join(' ');
}

const NOT_COMPARED =
  'Without a comparison nothing can be told to rise: values are held against what each of them has alone.';
const OVERLAPS = 'The comparison has days of the period in it, so nothing can be told to rise.';

const CONTACT_WORDS: Record<ContactsUsed, string> = {
  used: 'Teams, channels and weekdays are held against their contacts.',
  none: '',
  'too few': 'Contacts are known for too few of the incidents to be held against.',
  filtered:
    'The filters narrow incidents in ways that contacts are not known by, so contacts are left aside.',
};

/** The definition behind the `?`, with the figures needed to follow it. */
export function scanDefinition({ looked, weeks }: ToldScan): string {
  const scatter =
    weeks < 4
      ? 'fewer than four whole weeks tell how counts scatter, so incidents are taken for independent'
      : `what is more than expected is judged by how much counts of the values scatter over ${formatCount(weeks)} weeks`;
  return [
    `Every combination of up to three values of trigger, product, journey stage, channel, customer state, team, site, weekday and time of day is asked three questions, ${formatCounted(looked, 'test')} in all: more incidents than expected, more of them escalated, more of them unresolved or with the customer lost?`,
    'Incidents are expected by contacts where these are known (team, channel, weekday), else by the share that the comparison had; without one, by what the values have one by one. Values that are not known are no part of a pattern.',
    `Incidents come in clumps: ${scatter}. The p-value is one-sided; q counts every test, of all kinds and of its own, and patterns are told up to a q of ${formatPercent(FALSE_SHARE, 0)}\u00a0%.`,
    'A combination with a value more is told beside its parent if it has more than the rest of the parent; what has nothing beyond another pattern is folded into it. More than by contacts and more than in the comparison are told together where one has nothing beyond the other. That two things occur together says nothing about which of them is the cause.',
  ].join(' ');
}
