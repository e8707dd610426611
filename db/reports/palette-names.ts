import { findReport, listReports, type ReportRow } from '@/db/queries/kept-reports.ts';
import { listTeams } from '@/db/queries/teams.ts';
import { isCalled, isOpenTo } from '@/db/reports/kept-report.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { PaletteHit } from '@/lib/palette/palette-hit.ts';
import { formatWords } from '@/lib/reports/format-words.ts';
import { isReportCode, parseReportCode, toReportCode, typedCode } from '@/lib/reports/report-code.ts';

/**
 * The reports that a text means by what they are called: the one of that id, whoever made it, where the viewer may open
 * it, and while an id is typed the viewer's own that begin so.
 */
export async function listReportHits(
  record: RecordDatabase,
  viewer: Viewer,
  text: string,
): Promise<PaletteHit[]> {
  const code = typedCode(text);
  if (!may(viewer, 'take_out') || !/^R-\d/.test(code)) return [];
  const own = await listReports(record, viewer, false);
  const begun = own.filter((row) => codeOf(row).startsWith(code));
  const meant = begun.length > 0 || !isReportCode(code) ? null : await findCalled(record, viewer, code);
  return [...begun, ...(meant ? [meant] : [])].filter((row) => isOpenTo(viewer, row)).map(toHit);
}

/** The lists and figures of the teams in the viewer's scope, two for each, by name. */
export async function listTeamHits(record: RecordDatabase, viewer: Viewer): Promise<PaletteHit[]> {
  const teams = await listTeams(record, viewer);
  const seen = teams.filter(({ teamId }) => viewer.teams === 'all' || viewer.teams.includes(teamId));
  const places = [
    ...(may(viewer, 'see_incidents') ? [{ path: '/incidents', note: 'Incidents of the team' }] : []),
    ...(may(viewer, 'see_reports') ? [{ path: '/', note: 'Overview of the team' }] : []),
  ];
  return seen.flatMap(({ teamId, name }) =>
    places.map(({ path, note }) => {
      const href = `${path}?team=${teamId}`;
      return { id: `team:${href}`, label: name, note, href };
    }),
  );
}

async function findCalled(record: RecordDatabase, viewer: Viewer, code: string): Promise<ReportRow | null> {
  const row = await findReport(record, viewer, parseReportCode(code).reportId, { open: true });
  return row && isCalled(row, code) ? row : null;
}

function toHit(row: ReportRow): PaletteHit {
  const code = codeOf(row);
  return {
    id: `report:${row.reportId}`,
    label: `${code} ${row.title}`,
    note: `${formatWords(row.format)}, ${formatDate(localDateAt(row.askedAt.getTime(), 'UTC'))}`,
    href: `/reports/${code}`,
  };
}

function codeOf({ reportId, askedAt }: ReportRow): string {
  return toReportCode(reportId, askedAt);
}
