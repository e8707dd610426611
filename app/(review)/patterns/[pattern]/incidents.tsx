import Link from 'next/link';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { KeptPatternReport } from '@/db/reports/kept-pattern.ts';
import type { IncidentRow } from '@/lib/analysis/incident-row.ts';
import { formatCounted, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import style from '../patterns.module.css';
import { unlinkTheIncident } from './actions.ts';
import { LinkForm } from './link-form.tsx';

interface IncidentsProps {
  report: KeptPatternReport;
  className: string | undefined;
}

/** The newest incidents of the pattern, and the way to all. */
export function Incidents({ report: { newest, heading, frame }, className }: IncidentsProps) {
  const all = formatCounted(heading.shown, 'incident');
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby="newest">
      <h2 id="newest">
        {newest.length === 0 ? 'No incidents in this period' : `The newest ${newest.length} of ${all}`}
      </h2>
      {newest.length > 0 ? (
        <>
          <Rows rows={newest} caption="The newest incidents" />
          <p>
            <Link className="link" href={toHref('/incidents', frame.query)} prefetch={false}>
              Open {all}
            </Link>
          </p>
        </>
      ) : null}
    </section>
  );
}

/** The incidents that the pattern names as its evidence. */
export function Linked({ report: { linked, pattern, mayKeep }, className }: IncidentsProps) {
  const { patternId } = pattern;
  const unlink = (row: IncidentRow) => (
    <OneButtonForm
      action={unlinkTheIncident}
      fields={{ patternId, incident: row.number }}
      label={`Unlink ${row.name}`}
      during="Unlinking"
    />
  );
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby="linked">
      <h2 id="linked">
        {linked.length === 0
          ? 'No incident is linked as evidence'
          : `${formatCounted(linked.length, 'incident')} linked as evidence`}
      </h2>
      {linked.length > 0 ? (
        <Rows rows={linked} caption="Linked incidents" {...(mayKeep ? { end: unlink } : {})} />
      ) : null}
      {mayKeep ? <LinkForm patternId={patternId} /> : null}
    </section>
  );
}

interface RowsProps {
  rows: readonly IncidentRow[];
  caption: string;
  /** What stands at the end of each row. */
  end?: (row: IncidentRow) => React.ReactNode;
}

function Rows({ rows, caption, end }: RowsProps) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {['Incident', 'Occurred', 'Trigger', 'Topic', 'Outcome', 'Team'].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          {end ? (
            <th scope="col">
              <span className="unseen">Change</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <Link className="link" href={`/incidents/${row.number}`} prefetch={false}>
                {row.name}
              </Link>
            </th>
            <td>
              {row.day} {row.clock ? <span className="quiet">{row.clock}</span> : null}
            </td>
            <td className={table.wrapped}>{row.trigger}</td>
            <td className={table.wrapped}>{row.topic ?? NOTHING_KNOWN}</td>
            <td className={table.wrapped}>{row.outcome ?? NOTHING_KNOWN}</td>
            <td className={table.wrapped}>{row.team ?? NOTHING_KNOWN}</td>
            {end ? <td>{end(row)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
