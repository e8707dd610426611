import { describe, expect, it } from 'vitest';
import { precisionOf, recallOf } from './describe-accuracy.ts';
import { measureFixture } from './measure-fixture.ts';

const { accuracies, slips } = measureFixture();

describe.each(accuracies.map((one) => [one.type, one] as const))('%s on the fixture', (type, accuracy) => {
  const own = (kind: string) =>
    slips.filter((slip) => slip.type === type && slip.kind === kind).map(({ text }) => text);

  it(`${accuracy.found} of ${accuracy.labelled} are taken out from the first to the last letter: 0.95 or more`, () => {
    expect(recallOf(accuracy), own('missed').join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it(`${accuracy.wrong} other places are taken for one: precision 0.98 or more`, () => {
    expect(precisionOf(accuracy), own('wrong').join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});
