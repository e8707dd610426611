import Link from 'next/link';
import type { OthersReport } from '@/db/reports/incident.ts';
import { PathGlyph } from '../path-glyph.tsx';
import style from './incident.module.css';
import { Section, Unknown } from './section.tsx';

interface OtherIncidentsProps {
  side: 'earlier' | 'later';
  others: OthersReport;
  /** The customer's pseudonym; null when the source names nobody. */
  customer: string | null;
}

/** What the same customer came with before or after, as far as the viewer may see it. */
export function OtherIncidents({ side, others: { total, incidents }, customer }: OtherIncidentsProps) {
  const { title, none, nearest } = WORDS[side];
  if (customer === null || total === 0) {
    return (
      <Section title={title}>
        <p className="quiet">{customer === null ? 'The source does not say who the customer is.' : none}</p>
      </Section>
    );
  }
  const shown = total > incidents.length ? `the ${nearest} ${incidents.length} of ${total}` : String(total);
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

const WORDS = {
  earlier: { title: 'Earlier incidents of this customer', none: 'None before this one.', nearest: 'newest' },
  later: { title: 'Later incidents of this customer', none: 'None after this one.', nearest: 'first' },
};

function shorten(pseudonym: string): string {
  return pseudonym.length > 12 ? `${pseudonym.slice(0, 6)}…${pseudonym.slice(-4)}` : pseudonym;
}
