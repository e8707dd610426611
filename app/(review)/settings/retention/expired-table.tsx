import table from '@/app/_ui/table/table.module.css';
import type { ExpiredKind } from '@/db/reports/retention.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { dayWords } from '@/lib/filters/day-words.ts';
import { RETENTION_LABELS } from '@/lib/privacy/retention.ts';

/** What would be removed today, a row for each kind that has a period. */
export function ExpiredTable({ expired }: { expired: readonly ExpiredKind[] }) {
  if (expired.length === 0) return <p className="quiet">No period is set: everything is kept for good.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Kept from</th>
          <th scope="col" className={table.figure}>
            To go
          </th>
          <th scope="col" className={table.after}>
            Oldest
          </th>
          <th scope="col">Newest</th>
        </tr>
      </thead>
      <tbody>
        {expired.map(({ kind, keptFrom, count, oldest, newest }) => (
          <tr key={kind}>
            <th scope="row" className={table.wrapped}>
              {RETENTION_LABELS[kind]}
            </th>
            <td data-label="Kept from">{dayWords(keptFrom)}</td>
            <td data-label="To go" className={table.figure}>
              {formatCount(count)}
            </td>
            <td data-label="Oldest" className={table.after}>
              {oldest ? dayWords(oldest) : '–'}
            </td>
            <td data-label="Newest">{newest ? dayWords(newest) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
