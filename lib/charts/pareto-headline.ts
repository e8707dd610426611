import { FEWEST } from '../analysis/measure-findings.ts';
import type { RankedValue, Ranking } from '../analysis/pareto.ts';
import { formatCounted, formatList, formatPercent, formatShare } from './format.ts';
import { DIMENSION_WORDS, type ParetoSubject, WEIGHT_NAMES, weightWords } from './pareto-words.ts';
import { capital, inSentence } from './sentence-words.ts';

const NAMED = 3;

/** Which values lead, as far as chance lets it be told, and how few make most of it. `counted`: the incidents behind it. */
export function paretoHeadline(ranking: Ranking, subject: ParetoSubject, counted: number): string {
  const { values, total, brackets } = ranking;
  const { one, many, uncoded } = DIMENSION_WORDS[subject.dimension];
  const coded = values.filter((value) => !value.uncoded);
  const [first] = coded;
  if (total === 0) return nothingWords(subject);
  if (!first) return `None of the ${formatCounted(counted, 'incident')} has a ${one} yet: all are ${uncoded}`;
  const few = subject.weight === 'count' ? coded.reduce((sum, { count }) => sum + count, 0) : counted;
  if (few < FEWEST) return `Too few to rank: ${formatCounted(few, 'incident')} with a ${one}`;
  if (coded.length === 1) return `${first.term.label} is the only ${one}: ${partOf(first, ranking, subject)}`;
  const lead = brackets.find(({ firstIndex }) => firstIndex === 0);
  const together = lead ? coded.slice(0, lead.lastIndex + 1).map(({ term }) => inSentence(term.label)) : [];
  if (together.length === coded.length) {
    return `No ${one} stands out: the ${whatOf(subject)} of all ${coded.length} cannot be told apart`;
  }
  const leads =
    together.length === 0
      ? `${first.term.label} leads with ${partOf(first, ranking, subject, true)}, ${formatShare(first.share)}`
      : `${capital(namesOf(together, many))} lead together; their ${whatOf(subject)} cannot be told apart`;
  return [leads, vitalFew(ranking, coded.length, subject)].filter(Boolean).join('. ');
}

/** "90 of 100", "1,204 of 5,300 hours" */
function partOf({ count }: RankedValue, { total }: Ranking, subject: ParetoSubject, bare = false): string {
  const { figure, unit } = weightWords(subject);
  const part = `${figure(count)} of ${figure(total)}`;
  return bare && subject.weight === 'count' ? part : `${part} ${unit}`;
}

function namesOf(together: readonly string[], many: string): string {
  return together.length <= NAMED
    ? formatList(together)
    : `${together.length} ${many}, ${together[0]} first,`;
}

/** What of two bars is told apart. */
function whatOf({ weight }: ParetoSubject): string {
  return weight === 'count' ? 'counts' : 'shares';
}

function nothingWords({ weight }: ParetoSubject): string {
  return weight === 'count'
    ? 'No incidents in this period'
    : `Nothing to weigh by ${WEIGHT_NAMES[weight].toLowerCase()}`;
}

function vitalFew({ values, vitalFew: few }: Ranking, coded: number, subject: ParetoSubject): string {
  const { many, uncoded } = DIMENSION_WORDS[subject.dimension];
  if (few === null) {
    const none = values.find((value) => value.uncoded);
    return none ? `${formatShare(none.share)} are ${uncoded}` : '';
  }
  const reached = values[few - 1]?.cumulativeShare ?? 1;
  if (few === coded) return '';
  const share = `${formatPercent(reached, 0)}\u00a0%`;
  return few === 1 ? `One of ${coded} ${many} makes ${share}` : `${few} of ${coded} ${many} make ${share}`;
}
