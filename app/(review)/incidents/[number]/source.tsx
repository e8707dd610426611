import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import { splitFields } from '@/lib/analysis/source-fields.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { findTokens } from '@/lib/privacy/tokens.ts';
import style from './incident.module.css';
import { RedactedText } from './redacted-text.tsx';
import { Section, Unknown } from './section.tsx';

/** Where the incident came from, and its row or rows as they came, but for personal data. */
export function Source({ incident, mayImport }: { incident: IncidentRecord; mayImport: boolean }) {
  const { source, externalId, importRun, sourceRows, setByPerson } = incident;
  return (
    <Section title="Source" note={`${source.label}, id ${externalId}`}>
      <p>
        {importRun ? (
          <>
            Came in by{' '}
            {mayImport ? (
              <PageLink href={`/import/${importRun.id}`} className={`link ${style.inText}`}>
                import {importRun.id}
              </PageLink>
            ) : (
              `import ${importRun.id}`
            )}
            {importRun.fileName ? ` of ${importRun.fileName}.` : '.'}
          </>
        ) : (
          'It did not come in by an import.'
        )}{' '}
        {setByPerson.length > 0 ? `Set by a person, kept over imports: ${setByPerson.join(', ')}.` : ''}
      </p>
      {sourceRows.length > 0 ? <Rows rows={sourceRows} /> : null}
    </Section>
  );
}

function Rows({ rows }: { rows: IncidentRecord['sourceRows'] }) {
  const { same, changing, lines } = splitFields(rows);
  return (
    <details className={style.rows}>
      <summary>
        {nameRows(rows)}: {describeLines(lines)}, {formatCounted(same.length + changing.length, 'field')}
      </summary>
      {changing.length > 0 ? (
        <>
          <h3>What changes from row to row</h3>
          <div className={style.scroll}>
            <table className={style.changing}>
              <thead>
                <tr>
                  <th scope="col">Line</th>
                  {changing.map(({ name }) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={row.line}>
                    <th scope="row">{row.line ?? <Unknown />}</th>
                    {changing.map(({ name, values }) => (
                      <td key={name}>
                        {values[index] ? <RedactedText text={values[index]} /> : <Unknown />}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h3>The same in every row</h3>
        </>
      ) : null}
      <dl className={style.fields}>
        {same.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value === null ? <Unknown /> : <RedactedText text={value} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function nameRows(rows: IncidentRecord['sourceRows']): string {
  const isRedacted = rows.some(({ fields }) =>
    fields.some(([, value]) => value !== null && findTokens(value).length > 0),
  );
  if (isRedacted) return rows.length === 1 ? 'The row, redacted' : `The ${rows.length} rows, redacted`;
  return rows.length === 1 ? 'The row as it came' : `The ${rows.length} rows as they came`;
}

function describeLines(lines: readonly number[]): string {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return 'line not known';
  if (lines.length === 1) return `line ${first}`;
  return last - first === lines.length - 1 ? `lines ${first} to ${last}` : `lines ${lines.join(', ')}`;
}
