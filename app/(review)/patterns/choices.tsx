import { Segments } from '@/app/_ui/charts/segments.tsx';
import type { PatternsReport } from '@/db/reports/patterns-types.ts';
import { type PatternsState, toPatternsParams } from '@/lib/filters/patterns-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';

interface ChoicesProps<Key extends keyof PatternsState> {
  report: PatternsReport;
  /** What is chosen, for those who do not see the row. */
  name: string;
  /** Which part of the page's state. */
  part: Key;
  choices: readonly { value: PatternsState[Key]; label: string }[];
  /** Where another than the state's is shown, since the state leaves it open. */
  chosen?: PatternsState[Key];
}

/** A part of the page's state as a row of addresses. */
export function Choices<Key extends keyof PatternsState>({
  report,
  name,
  part,
  choices,
  chosen = report.state[part],
}: ChoicesProps<Key>) {
  return (
    <Segments
      name={name}
      choices={choices.map(({ value, label }) => ({
        id: String(value),
        label,
        href: hrefWith(report, { [part]: value }),
        chosen: value === chosen,
      }))}
    />
  );
}

/** The page as it is but for this. */
export function hrefWith({ frame, state }: PatternsReport, change: Partial<PatternsState>): string {
  return toHref('/patterns', frame.query, toPatternsParams({ ...state, ...change }));
}
