import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { describeSums, type ImportSummary, importLinks, incidentsOf } from '@/lib/analysis/import-summary.ts';
import { formatCount } from '@/lib/charts/format.ts';
import style from '../import.module.css';

/** What became of the rows, and the ways to what came in. */
export function Result({ run }: { run: ImportSummary }) {
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
      {incidentsOf(counts) > 0 ? (
        <p className={style.ways}>
          {links.overview ? (
            <ButtonLink kind="primary" href={links.overview}>
              See the overview of these dates
            </ButtonLink>
          ) : null}
          <ButtonLink href={links.incidents}>List what came in</ButtonLink>
          {counts.unclassified > 0 ? (
            <ButtonLink kind="quiet" href={links.unclassified}>
              List the unclassified
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
