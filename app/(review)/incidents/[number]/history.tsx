import Link from 'next/link';
import type { IncidentReport } from '@/db/reports/incident.ts';
import { PathGlyph } from '../path-glyph.tsx';
import style from './incident.module.css';
import { Section, Unknown } from './section.tsx';

interface HistoryProps {
  earlier: IncidentReport['earlier'];
  /** The customer's pseudonym; null when the source names nobody. */
  customer: string | null;
}

/** What the same customer came with before, as far as the viewer may see it. */
export function History({ earlier: { total, incidents }, customer }: HistoryProps) {
  const title = 'Earlier incidents of this customer';
  if (customer === null || total === 0) {
    return (
      <Section title={title}>
        <p className="quiet">
          {customer === null ? 'The source does not say who the customer is.' : 'None before this one.'}
        </p>
      </Section>
    );
  }
  const shown = total > incidents.length ? `the newest ${incidents.length} of ${total}` : String(total);
  return (
    <Section title={title} note={`customer ${shorten(customer)}, ${shown}`}>
      <table className={style.history}>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Occurred</th>
            <th scope="col">Trigger</th>
            <th scope="col">Path</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map(({ number, name, when, trigger, outcome, path, pathWords }) => (
            <tr key={number}>
              <th scope="row">
                <Link href={`/incidents/${number}`} className="link" prefetch={false}>
                  {name}
                </Link>
              </th>
              <td>{when}</td>
              <td>{trigger}</td>
              <td>{pathWords ? <PathGlyph glyph={path} words={pathWords} /> : <Unknown />}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function shorten(pseudonym: string): string {
  return pseudonym.length > 12 ? `${pseudonym.slice(0, 6)}…${pseudonym.slice(-4)}` : pseudonym;
}
