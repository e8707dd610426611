import { ButtonLink } from '@/app/_ui/form/button.tsx';
import type { ImportReport } from '@/db/reports/imports.ts';
import { describeSums, type ImportSummary, importLinks } from '@/lib/analysis/import-summary.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import style from '../import.module.css';

interface ResultProps {
  run: ImportSummary;
  reach: ImportReport['reach'];
  /** Whether whoever imported may look at figures and at incidents, too. */
  mayOpen: { reports: boolean; incidents: boolean };
}

/** What became of the rows, and the ways to what came in. */
export function Result({ run, reach, mayOpen }: ResultProps) {
  const { counts } = run;
  const links = importLinks(run);
  const figures = [
    { label: 'Read', count: counts.read },
    { label: 'Created', count: counts.created },
    { label: 'Updated', count: counts.updated },
    { label: 'Unchanged', count: counts.unchanged },
    { label: 'Merged', count: counts.merged },
    { label: 'Rejected', count: counts.rejected },
    { label: 'Unclassified', count: counts.unclassified },
  ];
  return (
    <>
      <dl className={style.figures}>
        {figures.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {describeSums(counts).map((sum) => (
        <p key={sum} className="note">
          {sum}.
        </p>
      ))}
      <p className="note">
        Merged: a further row of a case already counted, or an identical row without an id. Unclassified: the
        mapping knows no trigger for it; it is in, and kept as it came.
      </p>
      <p className={style.ways}>
        {links.overview && mayOpen.reports ? (
          <ButtonLink kind="primary" href={links.overview}>
            See the overview of these dates
          </ButtonLink>
        ) : null}
        {reach.incidents > 0 && mayOpen.incidents ? (
          <ButtonLink href={links.incidents}>Open {formatCounted(reach.incidents, 'incident')}</ButtonLink>
        ) : null}
        {reach.unclassified > 0 && mayOpen.incidents ? (
          <ButtonLink kind="quiet" href={links.unclassified}>
            Open {formatCount(reach.unclassified)} unclassified
          </ButtonLink>
        ) : null}
      </p>
    </>
  );
}
