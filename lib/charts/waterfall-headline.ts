import type { Contribution } from '../analysis/what-changed.ts';
import { labelInSentence } from '../filters/words.ts';
import { changeUnit } from './change-words.ts';
import { formatList } from './format.ts';
import { capital, inSentence } from './sentence-words.ts';
import type { ToldChange } from './waterfall-chart.ts';

/** Values are named until they make two thirds of the change (Adtributor's threshold), and at most so many. */
const TOLD = 0.67;
const NAMED = 3;
/** A value that pulls the other way is named from a tenth of the change on. */
const AGAINST = 0.1;

/** Which values make most of a change, and which pulled the other way. */
export function waterfallHeadline({ measure, split, terms }: ToldChange): string {
  const { change, contributions } = split;
  const way = change < 0 ? -1 : 1;
  const { size, noun } = changeUnit(measure, Math.max(split.level, split.level - change));
  const labelOf = ({ code }: Contribution) =>
    labelInSentence(split.dimension, terms.find((term) => term.code === code)?.label ?? 'unknown');
  const leading = leaders(contributions, change, way);
  const sum = leading.reduce((all, part) => all + part.change, 0);
  const against = contributions
    .filter((part) => part.change * way < 0 && Math.abs(part.change) >= AGAINST * Math.abs(change))
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, 2);
  const moved = `${inSentence(measure.label)} ${way < 0 ? 'fell' : 'rose'}`;
  const who = capital(formatList(leading.map(labelOf)));
  const verb = leading.length === 1 ? 'explains' : 'explain';
  const explained =
    Math.abs(sum) > Math.abs(change)
      ? `${who} alone would be ${size(sum)} ${noun}, more than the ${size(change)} by which ${moved}`
      : `${who} ${verb} ${size(sum)} of the ${size(change)} ${noun} by which ${moved}`;
  return against.length === 0
    ? explained
    : `${explained}; ${formatList(against.map(labelOf))} pulled the other way`;
}

function leaders(contributions: readonly Contribution[], change: number, way: number): Contribution[] {
  const chosen: Contribution[] = [];
  let sum = 0;
  for (const part of contributions) {
    if (part.change * way <= 0 || chosen.length === NAMED || sum >= TOLD * Math.abs(change)) break;
    chosen.push(part);
    sum += Math.abs(part.change);
  }
  return chosen;
}
