import { Heading } from '@/app/_ui/frame/heading.tsx';
import { Block } from '@/app/_ui/frame/skeleton.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { describeFreshness } from '@/lib/analysis/freshness-words.ts';

export async function HeadingLine({ report: { frame, heading } }: { report: OverviewReport }) {
  const counted = await heading;
  return (
    <Heading
      shown={counted.shown}
      all={counted.all}
      freshness={describeFreshness(counted, frame)}
      sentence={frame.sentence}
    />
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
