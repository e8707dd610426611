import { FIXTURES, readFixture } from './fixture/read-fixture.ts';
import { PII_TYPES, type PiiType } from './pii-types.ts';
import { redact } from './redact.ts';

export interface Accuracy {
  type: PiiType;
  /** Labels of this type in the fixture. */
  labelled: number;
  /** Of these, how many were taken out exactly. */
  found: number;
  /** How many tokens of this type were put where no such label is. */
  wrong: number;
  nearMisses: number;
}

export interface Slip {
  type: PiiType;
  kind: 'missed' | 'wrong';
  what: string;
  text: string;
}

/** Redacts every sentence of the fixture. A value counts as found when it was taken out from its first to its last letter. */
export function measureFixture(): { accuracies: Accuracy[]; slips: Slip[] } {
  const accuracies = PII_TYPES.map((type) => ({ type, labelled: 0, found: 0, wrong: 0, nearMisses: 0 }));
  const slips: Slip[] = [];
  const of = (type: PiiType) => accuracies.find((one) => one.type === type);
  for (const fixture of FIXTURES) {
    const own = of(fixture.type);
    if (own) own.nearMisses += fixture.nearMisses.length;
    for (const marked of [...fixture.positives, ...fixture.nearMisses]) {
      const { text, country, labels } = readFixture(marked, fixture.type);
      const { spans } = redact(text, { country });
      const same = (label: (typeof labels)[number], span: (typeof spans)[number]) =>
        label.type === span.type && label.start === span.from && label.end === span.until;
      for (const label of labels) {
        const counted = of(label.type);
        if (counted) counted.labelled++;
        if (!spans.some((span) => same(label, span)))
          slips.push({ type: label.type, kind: 'missed', what: text.slice(label.start, label.end), text });
        else if (counted) counted.found++;
      }
      for (const span of spans.filter((one) => !labels.some((label) => same(label, one)))) {
        const counted = of(span.type);
        if (counted) counted.wrong++;
        slips.push({ type: span.type, kind: 'wrong', what: text.slice(span.from, span.until), text });
      }
    }
  }
  return { accuracies, slips };
}
