import table from '@/app/_ui/table/table.module.css';
import type { TaxonomyReport } from '@/db/reports/taxonomy.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount, formatDate } from '@/lib/charts/format.ts';

/** What became of the vocabularies, the latest change first. */
export function VersionTable({ versions, timeZone }: Pick<TaxonomyReport, 'versions' | 'timeZone'>) {
  if (versions.length === 0) return <p>Nothing was changed yet: this is what the workspace began with.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col" className={table.figure}>
            Version
          </th>
          <th scope="col" className={table.after}>
            What was changed
          </th>
          <th scope="col">When</th>
          <th scope="col">By</th>
          <th scope="col">On charts</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, words, madeAt, by, breakOn }) => (
          <tr key={version}>
            <td className={table.figure} data-label="Version">
              {formatCount(version)}
            </td>
            <th scope="row" className={`${table.wrapped} ${table.after}`}>
              {words}
            </th>
            <td>{describeInstant(madeAt.getTime(), timeZone)}</td>
            <td className={table.wrapped} data-label="by">
              {by}
            </td>
            <td data-label="on charts">{breakOn ? formatDate(breakOn) : 'no'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
