import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { Bars } from '@/app/(review)/bars.tsx';
import { NothingMatches } from '@/app/(review)/nothing.tsx';
import { type IncidentsReport, incidentsReport } from '@/db/reports/incidents.ts';
import { listLookOf } from '@/db/reports/list-look.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { DEFAULT_LIST, type ListState, parseListState, toListParams } from '@/lib/filters/list-state.ts';
import { parseOpen } from '@/lib/filters/open-incident.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import type { ListPreferences } from '@/lib/preferences/list-columns.ts';
import { KeepButton } from '../patterns/keep/keep-button.tsx';
import { LookButton } from './columns/look-button.tsx';
import { describeList } from './describe-list.ts';
import { FoundLine } from './found-line.tsx';
import { IncidentTable } from './incident-table.tsx';
import style from './incidents.module.css';
import { ListHeading } from './list-heading.tsx';
import { NewerNote } from './newer-note.tsx';
import { NoIncidentsYet } from './no-incidents-yet.tsx';
import { Pager } from './pager.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchKey } from './search-key.tsx';
import { SetAsideNote } from './set-aside-note.tsx';
import { askOpen } from './sheet.tsx';
import { toTableModel } from './table-model.ts';
import { TakeOut } from './take-out.tsx';
import { WithSheet } from './with-sheet.tsx';

export const metadata: Metadata = { title: 'Incidents' };

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_incidents');
  const params = await searchParams;
  const filters = parseFiltersOfPeople(params);
  const { list, ignored } = parseListState(params);
  const opened = parseOpen(params);
  const understood = { ...filters, ignored: [...filters.ignored, ...ignored, ...opened.ignored] };
  const look = await listLookOf(viewer);
  const [report, open] = await Promise.all([
    incidentsReport(viewer, understood, list, { rows: look.rows }),
    askOpen(viewer, understood, list, opened.open),
  ]);
  const { frame, heading } = report;
  return (
    <>
      <Bars frame={frame} path="/incidents" kept={orderOf(list)} />
      <Page>
        {heading.all === 0 ? (
          <NoIncidentsYet mayImport={may(viewer, 'import')} mayDocument={may(viewer, 'document')} />
        ) : (
          <WithSheet open={open} viewer={viewer} filters={understood} list={list}>
            <ListHeading report={report} />
            <NewerNote report={report} href={toHref('/incidents', frame.query, toListParams(list))} />
            <SetAsideNote count={heading.setAside} />
            <List report={report} look={look} viewer={viewer} open={opened.open} />
          </WithSheet>
        )}
      </Page>
      <Footer>
        <span>Times in {frame.timeZone}. Elapsed time, no business hours.</span>
      </Footer>
    </>
  );
}

function List({ report, look, viewer, open }: ListProps) {
  const { frame, list, advice } = report;
  if (advice) {
    return (
      <>
        {report.found?.elsewhere.length ? <FoundLine report={report} /> : null}
        <NothingMatches advice={advice} frame={frame} path="/incidents" kept={orderOf(list)} />
      </>
    );
  }
  const search = (
    <>
      <SearchBox text={list.search} kept={pairsOf(report)} />
      <SearchKey />
    </>
  );
  if (report.found && report.rows.length === 0) {
    return (
      <>
        {search}
        <FoundLine report={report} />
      </>
    );
  }
  return (
    <>
      {search}
      <FoundLine report={report} />
      <div className={style.above}>
        <p className={`note ${style.say}`}>{describeList(report, look, open !== null)}</p>
        <div className={style.actions}>
          <LookButton look={look} />
          {may(viewer, 'keep_patterns') ? <KeepButton query={frame.query} /> : null}
          {may(viewer, 'export') ? (
            <TakeOut
              query={toHref('', frame.query, toListParams({ ...DEFAULT_LIST, search: list.search })).replace(
                '?',
                '',
              )}
            />
          ) : null}
          {may(viewer, 'train') ? (
            <ButtonLink href={toHref('/skills/lessons/new', frame.query)} prefetch={false}>
              Share a lesson
            </ButtonLink>
          ) : null}
          {may(viewer, 'document') ? (
            <ButtonLink href="/incidents/new">Document an incident</ButtonLink>
          ) : null}
        </div>
      </div>
      <IncidentTable
        key={`${frame.query} ${list.search}`}
        model={toTableModel(report, look, { mayExport: may(viewer, 'export'), open })}
      />
      <Pager report={report} selects={may(viewer, 'export')} />
    </>
  );
}

interface ListProps {
  report: IncidentsReport;
  look: ListPreferences;
  viewer: Viewer;
  /** The incident that is open beside the list. */
  open: number | null;
}

/** What a search keeps of the address: filters and order, but not the page. */
function pairsOf({ frame, list }: IncidentsReport): [string, string][] {
  return [
    ...new URLSearchParams(toHref('', frame.query, toListParams({ ...list, search: '', place: 'first' }))),
  ];
}

/** Other filters keep the order of the list and begin at its first page. */
function orderOf(list: ListState): string {
  return toListParams({ ...list, place: 'first' });
}
