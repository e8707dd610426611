import { rhythmOf } from '@/db/commands/reports/rhythm-of.ts';
import {
  listReportRuns,
  listSchedules,
  type ReportRunRow,
  type ScheduleRow,
} from '@/db/queries/report-schedules.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { formatWords } from '@/lib/reports/format-words.ts';
import { addressOfSource, type ReportPage, titleOfSource } from '@/lib/reports/report-source.ts';
import { describeRhythm } from '@/lib/reports/rhythm.ts';

/** A schedule in the list of whoever set it up. */
export interface ListedSchedule {
  scheduleId: number;
  name: string;
  /** "Overview" */
  title: string;
  format: string;
  /** Where the same can be seen as it is now. */
  address: string;
  /** "every Monday at 07:00" */
  rhythm: string;
  recipients: readonly string[];
  folder: string | null;
  isPaused: boolean;
  nextAt: number;
  /** The newest first. */
  runs: readonly ListedRun[];
}

export interface ListedRun {
  runId: number;
  dueAt: number;
  isAsked: boolean;
  missed: number;
  result: RunResult;
  words: string | null;
  code: string | null;
  /** Whether the report is still there to be opened. */
  isKept: boolean;
}

export type RunResult = 'making' | 'sent' | 'skipped' | 'failed' | 'refused';

const RUNS_SHOWN = 10;

/** The schedules of the viewer with what came of them. */
export async function schedulesReport(
  viewer: Viewer,
  options: { record?: RecordDatabase } = {},
): Promise<{ schedules: ListedSchedule[]; timeZone: string }> {
  demand(viewer, 'build_reports');
  const record = options.record ?? (await theRecord());
  const schedules = await listSchedules(record, viewer);
  const runs = await Promise.all(
    schedules.map(({ reportScheduleId }) => listReportRuns(record, reportScheduleId, RUNS_SHOWN)),
  );
  return {
    schedules: schedules.map((schedule, index) => toListed(schedule, runs[index] ?? [])),
    timeZone: (await findWorkspace(record))?.timeZone ?? 'UTC',
  };
}

function toListed(row: ScheduleRow, runs: readonly ReportRunRow[]): ListedSchedule {
  const source = { page: row.page as ReportPage, query: row.query };
  return {
    scheduleId: row.reportScheduleId,
    name: row.name,
    title: titleOfSource(source),
    format: formatWords(row.format),
    address: addressOfSource(source),
    rhythm: describeRhythm(rhythmOf(row)),
    recipients: row.recipients,
    folder: row.folder,
    isPaused: row.isPaused,
    nextAt: row.nextAt.getTime(),
    runs: runs.map(toRun),
  };
}

function toRun(row: ReportRunRow): ListedRun {
  return {
    runId: row.reportRunId,
    dueAt: row.dueAt.getTime(),
    isAsked: row.isAsked,
    missed: row.missed,
    result: row.result as RunResult,
    words: row.words,
    code: row.reportCode,
    isKept: row.reportId !== null,
  };
}
