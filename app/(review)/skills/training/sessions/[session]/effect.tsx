import { ControlPicture } from '@/app/_ui/charts/control-picture.tsx';
import { DrawnPicture } from '@/app/_ui/charts/drawn-picture.tsx';
import grid from '@/app/_ui/charts/grid.module.css';
import type { LinksOf } from '@/app/_ui/charts/mark-links.ts';
import { ChartPanel } from '@/app/_ui/charts/panel.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import type { SessionEffect, SessionReport } from '@/db/reports/training-session.ts';
import type { ControlChart, Panel } from '@/lib/charts/chart-model.ts';
import { type PanelFormat, panelFiles } from '@/lib/export/panel-formats.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import style from '../../../training.module.css';

/** What became of the techniques of a session, or why that cannot be told yet. */
export function Effect({ report: { effect, session } }: { report: SessionReport }) {
  if (typeof effect === 'string') {
    return (
      <section className={style.section} aria-labelledby="effect">
        <h2 id="effect">{effect === 'not_yet' ? 'Too early to say' : 'Not told of so few people'}</h2>
        <p className="quiet">
          {effect === 'not_yet'
            ? 'There is no day yet on both sides of the session of which incidents are recorded. From four weeks after it on, this page tells what became of its techniques.'
            : 'One of the groups is smaller than the minimum that the workspace has set for figures of staff.'}
        </p>
      </section>
    );
  }
  return <Panels effect={effect} sessionId={session.sessionId} />;
}

function Panels({ effect, sessionId }: { effect: SessionEffect; sessionId: number }) {
  const { shares, changes, charts, filters } = effect;
  const panel = { linksOf: linksOf(filters), filesOf: filesOf(sessionId) };
  return (
    <div className={`${grid.grid} ${style.effect}`}>
      <ChartPanel
        panel={shares}
        linksOf={panel.linksOf}
        files={panel.filesOf('shares')}
        className={grid.seven ?? ''}
      >
        {shares.picture ? (
          <DrawnPicture picture={shares.picture} label={shares.headline} />
        ) : (
          <Empty sentence={shares.empty} />
        )}
      </ChartPanel>
      <ChartPanel
        panel={changes}
        linksOf={panel.linksOf}
        files={panel.filesOf('changes')}
        className={grid.five ?? ''}
      >
        {changes.picture ? (
          <DrawnPicture picture={changes.picture} label={changes.headline} />
        ) : (
          <Empty sentence={changes.empty} />
        )}
      </ChartPanel>
      {charts ? (
        <>
          <Side panel={charts.trained} {...panel} />
          <Side panel={charts.compared} {...panel} />
        </>
      ) : (
        <p className={`quiet ${grid.twelve}`}>
          The charts over time are shown to trainers and quality assurance: single weeks are of few people.
        </p>
      )}
    </div>
  );
}

interface SideProps {
  panel: Panel<ControlChart>;
  linksOf: LinksOf;
  filesOf: ReturnType<typeof filesOf>;
}

function Side({ panel, linksOf: links, filesOf: files }: SideProps) {
  return (
    <ChartPanel panel={panel} linksOf={links} files={files(panel.id)} className={grid.six ?? ''}>
      {panel.picture ? (
        <ControlPicture chart={panel.picture} label={panel.headline} linksOf={links} />
      ) : (
        <Empty sentence={panel.empty} />
      )}
    </ChartPanel>
  );
}

/** Nothing on this page filters it: every mark leads to its incidents. */
function linksOf(filters: Filters): LinksOf {
  return (narrowing) => {
    const open = toHref('/incidents', toSearchParams(narrow(filters, narrowing)));
    return { toggle: open, exclude: null, open };
  };
}

function filesOf(sessionId: number) {
  return (panel: string) => {
    const file = (format: PanelFormat) =>
      toHref(`/api/panels/training/${sessionId}/${panel}`, `format=${format}`);
    return panelFiles(file);
  };
}
