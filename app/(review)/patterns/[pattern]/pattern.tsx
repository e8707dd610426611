import Link from 'next/link';
import grid from '@/app/_ui/charts/grid.module.css';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import type { KeptPatternReport } from '@/db/reports/kept-pattern.ts';
import { describeFreshness } from '@/lib/analysis/freshness-words.ts';
import { formatFraction } from '@/lib/charts/format.ts';
import { DEFAULT_OVERVIEW, toOverviewParams } from '@/lib/filters/overview-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';
import { DownloadMenu } from '../../download-menu.tsx';
import style from '../patterns.module.css';
import { StateWords } from '../state-words.tsx';
import { ChartOfPattern, FishboneOfPattern } from './figures.tsx';
import { Incidents, Linked } from './incidents.tsx';
import { Keeping } from './keeping.tsx';
import { Whys } from './whys.tsx';

interface PatternProps {
  report: KeptPatternReport;
  /** Whether the viewer makes reports of it. */
  mayBuild: boolean;
}

/** A kept pattern: how it stands, its chart, its causes, what was said of it, and its incidents. */
export function Pattern({ report, mayBuild }: PatternProps) {
  return (
    <Page>
      <p className={`note ${style.crumb}`}>
        <PageLink href="/patterns/kept" className="link">
          ‹ Kept patterns
        </PageLink>
      </p>
      <Head report={report} mayBuild={mayBuild} />
      <div className={`${grid.grid} ${style.words}`}>
        <ChartOfPattern report={report} className={grid.seven} />
        <Keeping report={report} className={grid.five} />
        <FishboneOfPattern report={report} className={grid.sevenIfRoom} />
        <Whys report={report} className={grid.fiveIfRoom} />
        <Incidents report={report} className={grid.twelve} />
        <Linked report={report} className={grid.twelve} />
      </div>
    </Page>
  );
}

/** The period of the page, and the pattern, which is in its path. */
function packQuery({ bars, pattern }: KeptPatternReport): string {
  return [bars.query, `pattern=${pattern.patternId}`].filter(Boolean).join('&');
}

function Head({ report, mayBuild }: PatternProps) {
  const { pattern, owner, keptBy, keptOn, heading, frame, state, chart } = report;
  const freshness = describeFreshness(heading, frame);
  const measure = chart.definition.title;
  return (
    <>
      <header className={style.head}>
        <h1>{pattern.name}</h1>
        <div className={style.beside}>
          <p className="note" title={freshness.title}>
            Kept {keptOn} by {keptBy} · {freshness.words}
          </p>
          <DownloadMenu page="pattern" query={packQuery(report)} incidents={null} mayBuild={mayBuild} />
        </div>
      </header>
      <p className={style.facts}>
        <StateWords state={state} />
        <span>Showing {formatFraction(heading.shown, heading.all)} incidents</span>
        <span>Owner {owner}</span>
        <span>{PATTERN_STATUS_LABELS[pattern.status]}</span>
      </p>
      <p className={style.about}>
        {frame.chips.length === 0 ? 'All incidents' : null}
        {frame.chips.map(({ key, label, verb, values }, index) => (
          <span key={key}>
            {index > 0 ? '; ' : ''}
            {label} {verb} <b>{values}</b>
          </span>
        ))}
        . {measure}: {pattern.better} is better.{' '}
        <Link className="link" href={overviewHref(report)} prefetch={false}>
          See it on the overview
        </Link>
      </p>
    </>
  );
}

/** The same incidents with everything else that is counted of them; limits begin anew there. */
function overviewHref({ frame, pattern }: KeptPatternReport): string {
  const chart = MEASURE_IDS.find((id) => id === pattern.measure) ?? null;
  return toHref('/', frame.query, toOverviewParams({ ...DEFAULT_OVERVIEW, chart }));
}
