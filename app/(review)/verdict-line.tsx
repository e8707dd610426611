import Link from 'next/link';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { toOverviewParams } from '@/lib/filters/overview-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import style from './verdict-line.module.css';

/** Above the cards: the way to the other measures, and back. */
export function VerdictLine({ report: { frame, state } }: { report: OverviewReport }) {
  const href = toHref('/', frame.query, toOverviewParams({ ...state, all: !state.all }));
  return (
    <div className={style.line}>
      <Link href={href} scroll={false} prefetch={false} className={style.all}>
        {state.all ? 'Only the measures on the cards' : `All ${formatCount(MEASURE_IDS.length)} measures`}
      </Link>
    </div>
  );
}
