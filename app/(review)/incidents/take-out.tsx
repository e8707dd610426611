import Link from 'next/link';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import style from './incidents.module.css';

/** The incidents of the list as a file, on whatever page. */
export function TakeOut({ query }: { query: string }) {
  return (
    <span className={style.files}>
      {(['csv', 'ndjson'] as const).map((format) => (
        <a key={format} className="link" href={toHref('/api/incidents/export', query, `format=${format}`)}>
          {format.toUpperCase()}
          <span className="unseen"> of all incidents of the list</span>
        </a>
      ))}
      <Link
        className="link"
        href={`/reports?${new URLSearchParams({ from: toHref('/incidents', query) })}`}
        prefetch={false}
      >
        Report
      </Link>
    </span>
  );
}
