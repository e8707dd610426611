import { Suspense } from 'react';
import { Heading } from '@/app/_ui/frame/heading.tsx';
import type { IncidentsReport } from '@/db/reports/incidents.ts';
import { describeFreshness } from '@/lib/analysis/freshness-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { CountedLater, describeMany } from './found-line.tsx';

/** How many incidents the list has, of how many; with a search, how many it found. */
export function ListHeading({ report }: { report: IncidentsReport }) {
  const { heading, frame, found, list } = report;
  // How many were set aside stands in its own line, with the way to them; what is unclassified is not counted among what was found.
  const counted = found
    ? { ...heading, setAside: 0, unclassified: 0, withoutPath: 0 }
    : { ...heading, setAside: 0 };
  return (
    <Heading
      shown={heading.shown}
      all={heading.all}
      found={found ? <FoundCount report={report} /> : null}
      freshness={describeFreshness(counted, frame)}
      sentence={`${frame.sentence}${found?.nothing === null ? wordsOf(found.unwanted, list.search) : ''}`}
    />
  );
}

function FoundCount({ report }: { report: IncidentsReport }) {
  const { found } = report;
  if (!found?.all) return formatCount(found?.count ?? 0);
  return (
    <Suspense fallback={describeMany(report)}>
      <CountedLater count={found.all} />
    </Suspense>
  );
}

function wordsOf(unwanted: string | null, search: string): string {
  return unwanted === null ? `, with the words “${search}”` : `, without ${unwanted}`;
}
