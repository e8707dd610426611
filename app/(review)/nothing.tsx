import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { formatCounted } from '@/lib/charts/format.ts';
import { clearAll } from '@/lib/filters/edit-filters.ts';
import type { EmptyAdvice, FrameModel } from '@/lib/filters/frame-model.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { SampleButton } from './sample/sample-button.tsx';

interface NothingMatchesProps {
  advice: EmptyAdvice;
  frame: FrameModel;
  path: string;
  /** What else of the page's address stays, as a query. */
  kept?: string;
}

/** Which filter emptied the page, and what there would be without it. */
export function NothingMatches({ advice, frame, path, kept = '' }: NothingMatchesProps) {
  const { drops } = advice;
  const [most] = drops;
  return (
    <Empty
      sentence={
        most ? (
          <>
            No incidents match these filters. Without <b>{most.label}</b> there would be{' '}
            {formatCounted(most.count, 'incident')}.
          </>
        ) : (
          'No incidents match these filters, and dropping any one of them alone brings none.'
        )
      }
    >
      {drops.map(({ label, query, count }) => (
        <ButtonLink key={label} href={toHref(path, query, kept)} scroll={false} prefetch={false}>
          Drop {label}: {formatCounted(count, 'incident')}
        </ButtonLink>
      ))}
      <ButtonLink
        kind="quiet"
        href={toHref(path, toSearchParams(clearAll(frame.filters)), kept)}
        scroll={false}
        prefetch={false}
      >
        Clear all filters
      </ButtonLink>
    </Empty>
  );
}

/** What to do first, where nothing has been recorded. */
export function NothingYet({ mayImport }: { mayImport: boolean }) {
  return (
    <>
      <h1>Nothing imported yet</h1>
      {mayImport ? (
        <Empty sentence="Figures need incidents with a date. Import a CSV file of complaints, tickets or an event log: rows that cannot be read are listed with their line and reason, and the same file twice adds nothing. Or load the sample, invented incidents of two years, and remove it again later.">
          <ButtonLink kind="primary" href="/import">
            Import a file
          </ButtonLink>
          <SampleButton change="load" />
        </Empty>
      ) : (
        <Empty sentence="Figures need incidents with a date, and none are within your teams. An administrator can import a file." />
      )}
    </>
  );
}
