import { findViewer } from '@/app/_server/session.ts';
import { Heading } from '@/app/_ui/frame/heading.tsx';
import { Block } from '@/app/_ui/frame/skeleton.tsx';
import { may } from '@/lib/access.ts';
import { describeFreshness } from '@/lib/analysis/freshness-words.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { packPageAt } from '@/lib/packs/pack-pages.ts';
import { DownloadMenu } from './download-menu.tsx';
import type { CountedReport } from './figures-page.tsx';

interface HeadingLineProps {
  report: CountedReport;
  path: string;
}

export async function HeadingLine({ report: { frame, heading, kept }, path }: HeadingLineProps) {
  const [counted, viewer] = await Promise.all([heading, findViewer()]);
  const page = packPageAt(path);
  const takesOut = viewer !== null && may(viewer, 'export');
  return (
    <Heading
      shown={counted.shown}
      all={counted.all}
      freshness={describeFreshness(counted, frame)}
      sentence={frame.sentence}
    >
      {page && counted.shown > 0 ? (
        <DownloadMenu
          page={page}
          query={toHref('', frame.query, kept).replace('?', '')}
          incidents={takesOut ? counted.shown : null}
          mayBuild={viewer !== null && may(viewer, 'build_reports')}
        />
      ) : null}
    </Heading>
  );
}

export function HeadingSkeleton() {
  return (
    <div style={{ height: 48 }} aria-busy="true">
      <h1 className="unseen">Counting incidents</h1>
      <Block width="320px" height={20} above={4} />
      <Block width="480px" height={10} above={9} />
    </div>
  );
}
