import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { ImportReport } from '@/db/reports/imports.ts';
import type { ProblemKind } from '@/lib/analysis/import-summary.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import style from '../import.module.css';

type ProblemRow = NonNullable<ImportReport['shown']>['problems'][number];

interface ProblemsProps {
  runId: number;
  /** The address of the page that they stand on. */
  at: string;
  counts: ImportReport['counts'];
  shown: NonNullable<ImportReport['shown']>;
}

/** Every row that did not simply go in, by what became of it, with its line, field and reason. */
export function Problems({ runId, at, counts, shown }: ProblemsProps) {
  const kinds = KINDS.filter(({ kind }) => counts[kind] > 0 || kind === shown.kind);
  const means = KINDS.find(({ kind }) => kind === shown.kind)?.means;
  return (
    <section className={style.section} aria-labelledby="rows">
      <h2 id="rows">Rows with a remark</h2>
      <nav className={style.kinds} aria-label="Kinds of remark">
        {kinds.map(({ kind, label }) => (
          <PageLink
            key={kind}
            href={`${at}?kind=${kind}`}
            aria-current={kind === shown.kind ? 'page' : undefined}
            scroll={false}
          >
            {label} {formatCount(counts[kind])}
          </PageLink>
        ))}
        {counts.rejected > 0 ? (
          <a className={`link ${style.download}`} href={`/api/import/${runId}/rejected`}>
            Download the rejected rows with their reasons, CSV
          </a>
        ) : null}
      </nav>
      <p className="note">{means}</p>
      <table className={`${table.table} ${style.problems}`}>
        <thead>
          <tr>
            <th scope="col" className={table.figure}>
              Line
            </th>
            <th scope="col">Field</th>
            <th scope="col">Reason</th>
            <th scope="col">The row</th>
          </tr>
        </thead>
        <tbody>
          {shown.problems.map(({ seq, line, field, message, fields }) => (
            <tr key={seq}>
              <td className={table.figure}>{formatCount(line)}</td>
              <td>{field ?? <span className="quiet">the whole row</span>}</td>
              <td className={table.wrapped}>{message}</td>
              <td>{fields ? <Fields fields={fields} /> : <span className="quiet">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages at={at} shown={shown} />
    </section>
  );
}

const KINDS: readonly { kind: ProblemKind; label: string; means: string }[] = [
  { kind: 'rejected', label: 'Rejected', means: 'Not imported. Mend these rows and import them again.' },
  {
    kind: 'merged',
    label: 'Merged',
    means: 'A further row of a case already counted, or an identical row without an id.',
  },
  { kind: 'kept', label: 'Kept', means: 'A person had set these fields, so the file did not change them.' },
  { kind: 'noted', label: 'Noted', means: 'Imported, with something that the mapping does not know.' },
];

function Fields({ fields }: { fields: NonNullable<ProblemRow['fields']> }) {
  return (
    <details className={style.row}>
      <summary>{formatCounted(fields.length, 'field')}</summary>
      <dl>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Pages({ at, shown: { kind, page, pages } }: Pick<ProblemsProps, 'at' | 'shown'>) {
  if (pages === 1) return null;
  const href = (to: number) => `${at}?kind=${kind}&page=${to}`;
  return (
    <nav className={style.pages} aria-label="Pages of remarks">
      {page > 1 ? (
        <PageLink href={href(page - 1)} className="link" scroll={false}>
          Previous
        </PageLink>
      ) : null}
      <span>
        page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? (
        <PageLink href={href(page + 1)} className="link" scroll={false}>
          Next
        </PageLink>
      ) : null}
    </nav>
  );
}
