import { FilterRow } from '@/app/_ui/frame/filter-row.tsx';
import { FollowedLine } from '@/app/_ui/frame/followed-line.tsx';
import { IgnoredLine } from '@/app/_ui/frame/ignored-line.tsx';
import { PeriodBar } from '@/app/_ui/frame/period-bar.tsx';
import { FIRST_DAY, LAST_DAY, type RangeChoices } from '@/app/_ui/frame/range-choices.ts';
import { clearAll, withComparison, withPeriod } from '@/lib/filters/edit-filters.ts';
import { type Filters, PERIOD_PRESETS, type Window } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { daysOf } from '@/lib/filters/local-dates.ts';
import { nextComparison } from '@/lib/filters/next-comparison.ts';
import { BOTH_COMPARISONS, COMPARISON_LABELS, PRESET_LABELS } from '@/lib/filters/period-words.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { isViewPage } from '@/lib/views/view-pages.ts';
import { ComparisonKey } from './comparison-key.tsx';
import { ViewsPlace } from './views/views-place.tsx';

interface BarsProps {
  frame: FrameModel;
  /** The page that a change of period or filter stays on. */
  path: string;
  /** What else of its address stays, as a query: the order of a list. */
  kept?: string;
  /** Whether the filters are those of the page itself: then only the period can be changed. */
  fixed?: boolean;
}

/** The bars above every page with figures. */
export function Bars({ frame, path, kept = '', fixed = false }: BarsProps) {
  const hrefOf = (filters: Filters) => toHref(path, toSearchParams(filters), kept);
  const step = (query: string | null) => (query === null ? null : toHref(path, query, kept));
  return (
    <>
      <PeriodBar
        period={{
          label: frame.periodLabel,
          words: frame.periodWords,
          choices: periodChoices(frame, hrefOf),
        }}
        earlier={step(frame.earlier)}
        later={step(frame.later)}
        comparison={{
          label: frame.comparisonLabel,
          words: withoutRepeat(frame.comparisonWords),
          isThere: frame.windows?.comparison != null,
          choices: comparisonChoices(frame, hrefOf),
        }}
      />
      <ComparisonKey href={hrefOf(withComparison(frame.filters, nextComparison(frame.filters)))} />
      {fixed ? null : (
        <FilterRow
          chips={frame.chips}
          path={path}
          query={frame.query}
          kept={kept}
          clearHref={hrefOf(clearAll(frame.filters))}
        >
          {isViewPage(path) ? (
            <ViewsPlace page={path} query={toHref('', frame.query, kept).replace('?', '')} />
          ) : null}
        </FilterRow>
      )}
      <IgnoredLine ignored={frame.ignored} />
      <FollowedLine followed={frame.followed} />
    </>
  );
}

/** The button says already that there is no comparison; what remains is why. */
function withoutRepeat(words: string | null): string | null {
  return words?.replace(/^no comparison(: )?/, '') || null;
}

type HrefOf = (filters: Filters) => string;

const ANY_DAYS = { kind: 'custom', firstDay: FIRST_DAY, lastDay: LAST_DAY } as const;

function periodChoices({ filters, periodLabel, windows }: FrameModel, hrefOf: HrefOf): RangeChoices {
  return {
    named: PERIOD_PRESETS.map((preset) => ({
      label: PRESET_LABELS[preset],
      href: hrefOf(withPeriod(filters, { kind: 'preset', preset })),
      chosen: PRESET_LABELS[preset] === periodLabel,
    })),
    customHref: hrefOf(withPeriod(filters, ANY_DAYS)),
    ...daysShown(windows?.current),
  };
}

function comparisonChoices({ filters, windows }: FrameModel, hrefOf: HrefOf): RangeChoices {
  return {
    named: [
      ...(['previous', 'last-year'] as const).map((kind) => ({
        label: COMPARISON_LABELS[kind],
        href: hrefOf(withComparison(filters, { kind })),
        chosen: filters.comparison.kind === kind && filters.also === null,
      })),
      {
        label: BOTH_COMPARISONS,
        href: hrefOf(withComparison(filters, { kind: 'previous' }, { kind: 'last-year' })),
        chosen: filters.also !== null,
      },
      {
        label: COMPARISON_LABELS.none,
        href: hrefOf(withComparison(filters, { kind: 'none' })),
        chosen: filters.comparison.kind === 'none',
      },
    ],
    customHref: hrefOf(withComparison(filters, ANY_DAYS)),
    ...daysShown(windows?.comparison),
  };
}

function daysShown(window: Window | null | undefined): { firstDay: string; lastDay: string } {
  return window ? daysOf(window) : { firstDay: '', lastDay: '' };
}
