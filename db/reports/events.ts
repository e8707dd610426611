import { type EventRow, findEvent, listAllEvents } from '@/db/queries/events.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';

export const EVENTS_A_PAGE = 50;

export interface EventsReport {
  events: readonly EventRow[];
  all: number;
  page: number;
  pages: number;
  teams: readonly TeamRow[];
}

interface Options {
  record?: RecordDatabase;
}

/** A page of all events, the latest first; the last page where there are not so many. */
export async function eventsReport(
  viewer: Viewer,
  asked: { page: number },
  options: Options = {},
): Promise<EventsReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const teams = await listTeams(record, viewer);
  const pageAt = (page: number) =>
    listAllEvents(record, viewer, { limit: EVENTS_A_PAGE, offset: (page - 1) * EVENTS_A_PAGE });
  const found = await pageAt(asked.page);
  const pages = Math.max(1, Math.ceil(found.all / EVENTS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const { events, all } = page === asked.page ? found : await pageAt(page);
  return { events, all, page, pages, teams };
}

/** One event with the teams that it can concern. Throws NotFound. */
export async function eventReport(
  viewer: Viewer,
  eventId: number,
  options: Options = {},
): Promise<{ event: EventRow; teams: readonly TeamRow[] }> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [event, teams] = await Promise.all([findEvent(record, viewer, eventId), listTeams(record, viewer)]);
  if (!event) throw new NotFound(`There is no event ${eventId}.`);
  return { event, teams };
}
