import Link from 'next/link';
import panel from '@/app/_ui/charts/panel.module.css';
import type { PatternsReport } from '@/db/reports/patterns-types.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { keptHeadline } from '@/lib/charts/kept-headline.ts';
import { PatternTable } from './kept/pattern-table.tsx';

const SHOWN = 5;

/** What is under watch already, the most urgent first, and how it stands now. */
export async function Watched({
  report,
  className,
}: {
  report: PatternsReport;
  className: string | undefined;
}) {
  const { patterns, periodWords, mayKeep } = await report.watched;
  return (
    <section className={`${panel.panel} ${className}`} aria-labelledby="watched-headline">
      <h2 id="watched-headline">{keptHeadline(patterns.map(({ state }) => state))}</h2>
      <p className={panel.subtitle}>
        {patterns.length === 0
          ? `${mayKeep ? 'Keep a pattern above, or what the list of incidents shows' : 'Quality assurance keeps patterns'}: it is counted and judged from then on, with its causes, notes and incidents in one place.`
          : `Findings under watch, each by its own control chart, ${periodWords}, whatever the filters above. One that was resolved and shows a signal again has come back.`}
      </p>
      {patterns.length === 0 ? null : (
        <>
          <PatternTable patterns={patterns.slice(0, SHOWN)} />
          <div className={panel.actions}>
            <Link className={panel.open} href="/patterns/kept" prefetch={false}>
              {patterns.length > SHOWN
                ? `Open all ${formatCount(patterns.length)} kept patterns`
                : 'Open the kept patterns'}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}
