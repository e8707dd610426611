import type { Accuracy } from './measure-fixture.ts';
import { PII_LABELS } from './pii-types.ts';

/** How many of the values that are there were taken out, 0 to 1. */
export const recallOf = ({ found, labelled }: Accuracy) => found / labelled;

/** How many of those taken out were such values, 0 to 1. */
export const precisionOf = ({ found, wrong }: Accuracy) => found / (found + wrong);

/** The figures as the lines of a table in Markdown. */
export function describeAccuracy(accuracies: readonly Accuracy[]): string {
  const share = (value: number) => value.toFixed(3);
  const rows = accuracies.map((one) => {
    const found = `${one.found} of ${one.labelled}`;
    const cells = [
      PII_LABELS[one.type],
      `\`[${one.type}-1]\``,
      found,
      share(recallOf(one)),
      one.wrong,
      share(precisionOf(one)),
      one.nearMisses,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| what | token | found | recall | wrong | precision | near misses |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
