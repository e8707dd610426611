import { type IncidentReport, incidentReport } from '@/db/reports/incident.ts';
import { NEIGHBOURS_TOLD, type Neighbours, neighboursOf } from '@/db/reports/neighbours.ts';
import type { Viewer } from '@/lib/access.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { Doing } from './[number]/doing.tsx';
import { IncidentInOneColumn, rightsOf } from './[number]/incident.tsx';
import { Standing } from './[number]/standing.tsx';
import { SheetFrame } from './sheet-frame.tsx';

/** What a list has open. */
export interface OpenIncident {
  number: number;
  /** Null where there is no such incident, or none that the viewer may see. */
  found: FoundIncident | null;
}

/** An incident beside the list that it was opened from. */
interface FoundIncident {
  report: IncidentReport;
  /** Those before and after it in the list; null where it is not in it. */
  neighbours: Neighbours | null;
}

/** Asks for what a list has open; null where it is nothing. */
export async function askOpen(
  viewer: Viewer,
  filters: Filters,
  list: ListState,
  number: number | null,
): Promise<OpenIncident | null> {
  if (number === null) return null;
  const [report, neighbours] = await Promise.all([
    incidentReport(viewer, number).catch(orNull),
    neighboursOf(viewer, filters, list, number),
  ]);
  return { number, found: report && { report, neighbours } };
}

function orNull(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

interface SheetProps {
  open: FoundIncident;
  viewer: Viewer;
  /** The address of the list, as a query. */
  list: string;
}

export function Sheet({ open: { report, neighbours }, viewer, list }: SheetProps) {
  const { name, sentence, incident, standing, timeZone } = report;
  const rights = rightsOf(viewer);
  return (
    <SheetFrame
      number={incident.number}
      name={name}
      subject={incident.trigger?.label ?? 'Unclassified'}
      page={toHref(`/incidents/${incident.number}`, list)}
      list={list}
      beside={toBeside(neighbours)}
    >
      <p className="quiet">{sentence}</p>
      <Standing number={incident.number} standing={standing} />
      <Doing report={report} rights={rights} />
      <IncidentInOneColumn report={report} rights={rights} />
      <p className="note">Times in {timeZone}. Elapsed time, no business hours. No attachments are kept.</p>
    </SheetFrame>
  );
}

function toBeside(neighbours: Neighbours | null) {
  if (!neighbours) return null;
  const { before, after, place } = neighbours;
  return {
    before,
    after,
    told: NEIGHBOURS_TOLD,
    place: place ? `${formatCount(place.at)} of ${formatCount(place.of)}` : '',
  };
}
