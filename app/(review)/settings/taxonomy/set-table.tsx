import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { SetSummary } from '@/db/reports/taxonomy.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { SET_WORDS } from '@/lib/taxonomy/set-words.ts';

/** The vocabularies that can be changed, with how many values each has. */
export function SetTable({ sets }: { sets: readonly SetSummary[] }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Vocabulary</th>
          <th scope="col">What it is for</th>
          <th scope="col" className={table.figure}>
            In use
          </th>
          <th scope="col" className={table.figure}>
            Retired
          </th>
          <th scope="col" className={table.figure}>
            Merged
          </th>
        </tr>
      </thead>
      <tbody>
        {sets.map(({ set, inUse, retired, merged }) => (
          <tr key={set}>
            <th scope="row">
              <Link className="link" href={`/settings/taxonomy/${set}`} prefetch={false}>
                {SET_WORDS[set].many}
              </Link>
            </th>
            <td className={table.wrapped}>{SET_WORDS[set].about}</td>
            <td className={table.figure} data-label="In use">
              {formatCount(inUse)}
            </td>
            <td className={table.figure} data-label="Retired">
              {formatCount(retired)}
            </td>
            <td className={table.figure} data-label="Merged">
              {formatCount(merged)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
