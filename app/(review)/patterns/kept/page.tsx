import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { keptPatternsReport } from '@/db/reports/kept-patterns.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { ListDownload } from '../../list-download.tsx';
import style from '../patterns.module.css';
import { PatternTable } from './pattern-table.tsx';

export const metadata: Metadata = { title: 'Kept patterns' };

export default async function KeptPatternsPage() {
  const viewer = await requireRight('see_reports');
  const { patterns, periodWords, asOf, timeZone, mayKeep } = await keptPatternsReport(viewer);
  return (
    <>
      <Page>
        <header className={style.listHead}>
          <h1>
            {patterns.length === 0
              ? 'No pattern is kept yet'
              : formatCounted(patterns.length, 'kept pattern')}
          </h1>
          {patterns.length === 0 ? null : <ListDownload viewer={viewer} page="kept" />}
        </header>
        <p className="quiet">
          Findings under watch, each by its own control chart. State of {describeInstant(asOf, timeZone)}, by{' '}
          {periodWords}.
        </p>
        {patterns.length === 0 ? (
          <Empty
            sentence={
              mayKeep
                ? 'Filter incidents down to what belongs together, then choose “Keep as a pattern”: it is counted and judged from then on, with its causes, notes and incidents in one place.'
                : 'Quality assurance keeps patterns; those that are wholly within your teams are listed here.'
            }
          >
            <ButtonLink href="/incidents">Go to the incidents</ButtonLink>
          </Empty>
        ) : (
          <PatternTable patterns={patterns} />
        )}
      </Page>
      <Footer>
        <span>Times in {timeZone}.</span>
      </Footer>
    </>
  );
}
