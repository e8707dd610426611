import table from '@/app/_ui/table/table.module.css';
import type { TermReport } from '@/db/reports/term.ts';
import { formatCount, formatCounted, formatList } from '@/lib/charts/format.ts';
import style from '../../../settings.module.css';

/** Where a value is used: incidents by year and quarter, and what people have made that names it. */
export function Uses({ report: { incidents, years, pointers, merged } }: { report: TermReport }) {
  return (
    <section className={style.section} aria-labelledby="uses">
      <h2 id="uses">
        {incidents === 0 ? 'Not used yet' : `Used in ${formatCounted(incidents, 'incident')}`}
      </h2>
      {merged.length > 0 ? (
        <p>Those of {formatList(merged.map(({ label }) => label))} among them, which count as it.</p>
      ) : null}
      {years.length > 0 ? <Years years={years} /> : null}
      {pointers.length > 0 ? (
        <>
          <p>Named by:</p>
          <ul>
            {pointers.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="quiet">
          No kept pattern, saved view, action, re-based chart, muted signal or import mapping names it.
          Targets and events are of measures and teams.
        </p>
      )}
    </section>
  );
}

const QUARTERS = ['Jan to Mar', 'Apr to Jun', 'Jul to Sep', 'Oct to Dec'];

function Years({ years }: Pick<TermReport, 'years'>) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Year</th>
          {QUARTERS.map((words) => (
            <th key={words} scope="col" className={table.figure}>
              {words}
            </th>
          ))}
          <th scope="col" className={table.figure}>
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, quarters, total }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {quarters.map((count, place) => (
              <td key={QUARTERS[place]} className={table.figure} data-label={QUARTERS[place]}>
                {formatCount(count)}
              </td>
            ))}
            <td className={table.figure} data-label="Incidents">
              {formatCount(total)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
