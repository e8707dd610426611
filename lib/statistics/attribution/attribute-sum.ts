import { type Attribution, checkSameWhole, explain, ranked, surprise } from './attribution.ts';

export interface SumDimension<Element> {
  dimension: string;
  /** Each value once, "unknown" among them: every dimension adds up to the same whole. */
  elements: readonly { element: Element; before: number; after: number }[];
}

/**
 * What a change of a count or a sum consists of: by each dimension, how much each value adds to it, and which dimension
 * tells most about it; null when the whole did not change. Ask only where a rule says that something changed.
 *
 * Method: Adtributor (Bhagwan, Kumar, Ramjee, Varghese, Mohapatra, Manoharan and Shah 2014, NSDI). Power of a value =
 * its change / the whole change; surprise by Jensen-Shannon; see `explain`. A dimension can explain without causing.
 * Negative numbers, and dimensions that add up to different wholes, are RangeErrors. Example: 100 before, 160 after; by
 * team A 50 to 105, B 50 to 55: powers 0.92 and 0.08, A explains.
 */
export function attributeSum<Element>(
  dimensions: readonly SumDimension<Element>[],
): Attribution<Element> | null {
  const wholes = dimensions.map(wholeOf);
  const [whole] = wholes;
  if (whole === undefined) return null;
  for (const [index, { before, after }] of wholes.entries())
    checkSameWhole(dimensions[index]?.dimension ?? '', [before, after], [whole.before, whole.after]);
  const change = whole.after - whole.before;
  if (change === 0) return null;
  const found = dimensions.map(({ dimension, elements }) =>
    explain(
      dimension,
      elements.map(({ element, before, after }) => ({
        element,
        before,
        after,
        power: (after - before) / change,
        surprise: surprise(shareOf(before, whole.before), shareOf(after, whole.after)),
      })),
    ),
  );
  return { ...whole, change, dimensions: ranked(found) };
}

/** A share of the whole; nothing of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function wholeOf<Element>({ dimension, elements }: SumDimension<Element>): { before: number; after: number } {
  if (elements.some(({ before, after }) => !(before >= 0 && after >= 0)))
    throw new RangeError(`${dimension} has a value below 0`);
  return {
    before: elements.reduce((sum, { before }) => sum + before, 0),
    after: elements.reduce((sum, { after }) => sum + after, 0),
  };
}
