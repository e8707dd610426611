import { FEWEST } from '../analysis/measure-findings.ts';
import type { Ranking } from '../analysis/pareto.ts';
import { formatCounted, formatFraction, formatList, formatPercent, formatShare } from './format.ts';
import { capital, inSentence } from './sentence-words.ts';

const NAMED = 3;

/** Which triggers lead, as far as chance lets it be told, and how few make most of it. */
export function paretoHeadline(ranking: Ranking): string {
  const { values, total, brackets } = ranking;
  const coded = values.filter(({ uncoded }) => !uncoded);
  const count = coded.reduce((sum, value) => sum + value.count, 0);
  const [first] = coded;
  if (total === 0) return 'No incidents in this period';
  if (!first)
    return `None of the ${formatCounted(total, 'incident')} has a trigger yet: all are unclassified`;
  if (count < FEWEST) return `Too few to rank: ${formatCounted(count, 'incident')} with a trigger`;
  if (coded.length === 1)
    return `${first.term.label} is the only trigger: ${formatFraction(first.count, total)} incidents`;
  const lead = brackets.find(({ firstIndex }) => firstIndex === 0);
  const together = lead ? coded.slice(0, lead.lastIndex + 1).map(({ term }) => inSentence(term.label)) : [];
  if (together.length === coded.length) {
    return `No trigger stands out: the counts of all ${coded.length} cannot be told apart`;
  }
  return [leaders(together, ranking), vitalFew(ranking, coded.length)].filter(Boolean).join('. ');
}

function leaders(together: readonly string[], { values, total }: Ranking): string {
  const [first] = values;
  if (together.length === 0 && first) {
    return `${first.term.label} leads with ${formatFraction(first.count, total)}, ${formatShare(first.share)}`;
  }
  const who =
    together.length <= NAMED ? formatList(together) : `${together.length} triggers, ${together[0]} first,`;
  return `${capital(who)} lead together; their counts cannot be told apart`;
}

function vitalFew({ values, vitalFew: few }: Ranking, coded: number): string {
  if (few === null) {
    const uncoded = values.find((value) => value.uncoded);
    return uncoded ? `${formatShare(uncoded.share)} are unclassified` : '';
  }
  const reached = values[few - 1]?.cumulativeShare ?? 1;
  if (few === coded) return '';
  const share = `${formatPercent(reached, 0)}\u00a0%`;
  return few === 1 ? `One of ${coded} triggers makes ${share}` : `${few} of ${coded} triggers make ${share}`;
}
