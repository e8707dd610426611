import { type IncidentReport, incidentReport } from '@/db/reports/incident.ts';
import { type Neighbours, neighboursOf } from '@/db/reports/neighbours.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { type ListState, toListParams } from '@/lib/filters/list-state.ts';
import { toOpenParam } from '@/lib/filters/open-incident.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { Doing } from './[number]/doing.tsx';
import { IncidentInOneColumn, rightsOf } from './[number]/incident.tsx';
import { Standing } from './[number]/standing.tsx';
import { SheetFrame } from './sheet-frame.tsx';

/** An incident beside the list that it was opened from. */
export interface OpenIncident {
  report: IncidentReport;
  /** Those before and after it in the list; null where it is not in it. */
  neighbours: Neighbours | null;
}

/** Asks for what a list has open; null where it is nothing. Throws NotFound for what is not in the viewer's scope. */
export async function askOpen(
  viewer: Viewer,
  filters: Filters,
  list: ListState,
  number: number | null,
): Promise<OpenIncident | null> {
  if (number === null) return null;
  const [report, neighbours] = await Promise.all([
    incidentReport(viewer, number),
    neighboursOf(viewer, filters, list, number),
  ]);
  return { report, neighbours };
}

interface SheetProps {
  open: OpenIncident;
  viewer: Viewer;
  filters: Filters;
  list: ListState;
}

export function Sheet({ open: { report, neighbours }, viewer, filters, list }: SheetProps) {
  const { name, sentence, incident, standing, timeZone } = report;
  const rights = rightsOf(viewer);
  const query = toSearchParams(filters);
  const hrefOf = (number: number | null) =>
    toHref('/incidents', query, toListParams(list), toOpenParam(number));
  const pageOf = (number: number) => toHref(`/incidents/${number}`, query, toListParams(list));
  const beside = (number: number | null | undefined) => (number ? hrefOf(number) : null);
  return (
    <SheetFrame
      number={incident.number}
      name={name}
      subject={incident.trigger?.label ?? 'Unclassified'}
      hrefs={{
        previous: beside(neighbours?.previous),
        next: beside(neighbours?.next),
        page: pageOf(incident.number),
        list: hrefOf(null),
      }}
      isInList={neighbours !== null}
    >
      <p className="quiet">{sentence}</p>
      <Standing number={incident.number} standing={standing} />
      <Doing report={report} rights={rights} />
      <IncidentInOneColumn report={report} rights={rights} />
      <p className="note">Times in {timeZone}. Elapsed time, no business hours. No attachments are kept.</p>
    </SheetFrame>
  );
}
