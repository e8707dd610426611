import Link from 'next/link';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { Caret } from '@/app/_ui/frame/caret.tsx';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { formatCount } from '@/lib/charts/format.ts';
import { MOST_INCIDENTS } from '@/lib/export/most-incidents.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { PACK_FORMATS, type PackFormatId } from '@/lib/packs/formats.ts';
import type { PackPageId } from '@/lib/packs/pack-pages.ts';
import { addressOfSource } from '@/lib/reports/report-source.ts';
import style from './download-menu.module.css';

interface DownloadMenuProps {
  page: PackPageId;
  /** What follows the question mark of the page. */
  query: string;
  /** How many incidents the filters leave; null where they are not taken out from here. */
  incidents: number | null;
  /** What a page of lists shows to the viewer, each with its name: every list leaves by itself, too. */
  lists?: readonly { id: string; name: string }[];
  /** Whether the viewer makes reports of it in the background, too. */
  mayBuild: boolean;
}

/** Everything that a page shows as one file, and the incidents behind it. */
export function DownloadMenu({ page, query, incidents, lists = [], mayBuild }: DownloadMenuProps) {
  const link = (format: PackFormatId) => ({
    words: PACK_FORMATS[format].words,
    href: toHref(`/api/packs/${page}/${format}`, query),
  });
  return (
    <Popup
      name="Download this page"
      button={{ className: controlClass('quiet', style.button) }}
      content={
        <div className={style.menu}>
          <Group
            title={lists.length > 0 ? 'All that this page lists' : 'Figures and charts of this page'}
            note={lists.length > 0 ? `XLSX has a sheet for each list. ${KEPT}` : noteOf(incidents)}
            links={[link('pdf-a4'), link('pdf-letter'), link('xlsx')]}
          />
          {lists.length > 0 ? <EachList page={page} query={query} lists={lists} /> : null}
          {incidents === null ? null : (
            <Group
              title={`${formatCount(incidents)} ${incidents === 1 ? 'incident' : 'incidents'}, a row each`}
              note="All of them, with their redacted text; it is noted who takes them."
              links={[link('csv'), link('csv-plain'), link('ndjson')]}
            />
          )}
          {mayBuild ? <KeptOnes from={addressOfSource({ page, query })} /> : null}
        </div>
      }
    >
      Download <Caret />
    </Popup>
  );
}

function noteOf(incidents: number | null): string {
  if (incidents === null) return `XLSX has a sheet for each panel. ${KEPT}`;
  if (incidents <= MOST_INCIDENTS)
    return `XLSX has a sheet for each panel and one with the incidents. ${KEPT}`;
  return `XLSX has a sheet for each panel. It opens well with up to ${formatCount(MOST_INCIDENTS)} incidents, so these go as CSV. ${KEPT}`;
}

type EachListProps = Pick<DownloadMenuProps, 'page' | 'query'> & Required<Pick<DownloadMenuProps, 'lists'>>;

function EachList({ page, query, lists }: EachListProps) {
  return (
    <section className={style.group}>
      <h2>Each list by itself</h2>
      <ul>
        {lists.flatMap(({ id, name }) =>
          LIST_FORMATS.map((format) => (
            <li key={`${id} ${format}`}>
              <a href={toHref(`/api/panels/lists/${page}/${id}`, `format=${format}`, query)}>
                {name}, {format.toUpperCase()}
              </a>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

const LIST_FORMATS = ['csv', 'ndjson'] as const;

const KEPT = 'The id printed in the file opens its figures again as they were.';

/** The same in the background: kept as it is now, or made again and again. */
function KeptOnes({ from }: { from: string }) {
  const query = `from=${encodeURIComponent(from)}`;
  return (
    <section className={style.group}>
      <h2>In the background</h2>
      <ul>
        <li>
          <Link href={`/reports?${query}`} prefetch={false}>
            Make a report
          </Link>
        </li>
        <li>
          <Link href={`/reports/schedules?${query}`} prefetch={false}>
            Send it regularly
          </Link>
        </li>
      </ul>
      <p className="note">Its file is kept, too, and waits on the page Reports.</p>
    </section>
  );
}

interface GroupProps {
  title: string;
  note: string;
  links: readonly { words: string; href: string }[];
}

function Group({ title, note, links }: GroupProps) {
  return (
    <section className={style.group}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ words, href }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
      <p className="note">{note}</p>
    </section>
  );
}
