import { Heading } from '@/app/_ui/frame/heading.tsx';
import { Block } from '@/app/_ui/frame/skeleton.tsx';
import { describeFreshness } from '@/lib/analysis/freshness-words.ts';
import type { CountedReport } from './figures-page.tsx';

export async function HeadingLine({ report: { frame, heading } }: { report: CountedReport }) {
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
