import Link from 'next/link';
import { type Moment, Part } from '@/app/_ui/frame/part.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { signalsVerdict } from '@/lib/charts/signals-verdict.ts';
import { toOverviewParams } from '@/lib/filters/overview-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import style from './verdict-line.module.css';

/** Above the cards: whether anything signals, and the way to the other measures, and back. */
export function VerdictLine({ report, moment }: { report: OverviewReport; moment: Moment }) {
  const { frame, state } = report;
  const href = toHref('/', frame.query, toOverviewParams({ ...state, all: !state.all }));
  return (
    <div className={style.line}>
      <p className={style.verdict}>
        <Part moment={moment} ready={report.panels.signals} holding="Every series is being judged">
          <Verdict report={report} />
        </Part>
      </p>
      <Link href={href} scroll={false} prefetch={false} className={style.all}>
        {state.all ? 'Only the measures on the cards' : `All ${formatCount(MEASURE_IDS.length)} measures`}
      </Link>
    </div>
  );
}

async function Verdict({ report: { panels } }: { report: OverviewReport }) {
  // Where they cannot be judged the panel says so, with what is kept and how to ask again.
  const panel = await panels.signals.catch(() => null);
  return panel ? <a href="#signals-headline">{signalsVerdict(panel)}</a> : 'The signals could not be judged';
}
