import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { VolumesReport } from '@/db/reports/volumes.ts';
import { formatCount, formatFraction, formatMonth } from '@/lib/charts/format.ts';
import { daysIn, shiftMonths } from '@/lib/filters/local-dates.ts';

/** What there is by month, and how much of it is missing. */
export function MonthTable({ months }: Pick<VolumesReport, 'months'>) {
  if (months.length === 0) {
    return <p>Nothing yet. Import a file, or enter the contacts of a day by hand.</p>;
  }
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className={table.figure}>
            Contacts
          </th>
          <th scope="col" className={table.figure}>
            Days
          </th>
          <th scope="col" className={table.figure}>
            Teams
          </th>
          <th scope="col" className={table.figure}>
            Missing numbers
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, contacts, days, teams, missing }) => (
          <tr key={month}>
            <th scope="row">
              <Link className="link" href={`/settings/volumes/months/${month.slice(0, 7)}`} prefetch={false}>
                {formatMonth(month)}
              </Link>
            </th>
            <td className={table.figure} data-label="Contacts">
              {formatCount(contacts)}
            </td>
            <td className={table.figure} data-label="Days">
              {formatFraction(days, daysIn({ from: month, until: shiftMonths(month, 1) }))}
            </td>
            <td className={table.figure} data-label="Teams">
              {formatCount(teams)}
            </td>
            <td className={table.figure} data-label="Missing numbers">
              {missing === 0 ? 'none' : formatCount(missing)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
