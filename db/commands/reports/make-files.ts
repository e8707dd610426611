import { createHash } from 'node:crypto';
import { noteExport } from '@/db/commands/note-export.ts';
import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { makePack } from '@/db/reports/pack.ts';
import { packFile } from '@/db/reports/pack-file.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import type { report } from '@/db/schema/reports.ts';
import type { Viewer } from '@/lib/access.ts';
import { incidentsMadeFrom } from '@/lib/export/captions.ts';
import { IncidentFile } from '@/lib/export/incident-file.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import { PACK_FORMATS, rowsWritten } from '@/lib/packs/formats.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { type PackPageId, quotesWords } from '@/lib/packs/pack-pages.ts';
import { figuresOfPack } from '@/lib/reports/figures-of-pack.ts';
import { toReportCode } from '@/lib/reports/report-code.ts';
import type { Workshop } from '../work-off-report.ts';
import { keepReport, type ReportJob } from './claim-report.ts';
import { PieceWriter } from './report-pieces.ts';
import { isUnchanged, type RunOfReport, skipRun } from './run-of-report.ts';

type Made = 'made' | 'unchanged';

/**
 * Makes the figures of a page and the file of them, and keeps both. A schedule whose figures are those that went out
 * last keeps nothing and says so.
 */
export async function makePanels(
  records: RecordDatabase,
  viewer: Viewer,
  job: ReportJob & { page: PackPageId },
  run: RunOfReport | null,
  { clock, hasEnded }: Workshop,
): Promise<Made> {
  const options = { record: records, now: clock().getTime() };
  const made = await makePack(viewer, job.page, job.query, options);
  const figures = figuresOfPack(made);
  if (run && isUnchanged(run, figures)) return skipRun(records, job.reportId, run, clock());
  const pack: Pack = { ...made, report: toReportCode(job.reportId, job.askedAt) };
  // People's words leave by the hands of somebody who may take them out, never by mail.
  const incidents = !run || run.recipients.length === 0;
  const file = await packFile(viewer, pack, job.format, { ...options, incidents });
  if (file.holdsIncidents) await noteRows(records, viewer, job, clock());
  const writer = new PieceWriter(records, job);
  for await (const chunk of file.pieces) {
    if (hasEnded()) throw new Error('the program ends');
    await writer.write(chunk);
  }
  await complete(records, job, writer, {
    title: pack.title,
    filterWords: pack.filterWords,
    scope: viewer.teams,
    pack,
    figures,
    holdsWords: file.holdsIncidents || quotesWords(job.page),
    madeAt: clock(),
  });
  return 'made';
}

/** Makes the file of the incidents of filters, all of them. Who takes them is noted before the first is written. */
export async function makeRows(
  records: RecordDatabase,
  viewer: Viewer,
  job: ReportJob,
  run: RunOfReport | null,
  { clock, hasEnded }: Workshop,
): Promise<Made> {
  const filters = parseFiltersOfPeople(new URLSearchParams(job.query));
  const { frame, count, pieces } = await exportIncidents(viewer, filters, {
    record: records,
    now: clock().getTime(),
  });
  await noteRows(records, viewer, job, clock());
  const file = new IncidentFile(rowsWritten(job.format) ?? { format: 'csv', mark: true });
  const whole = { search: '', isSelected: false, report: toReportCode(job.reportId, job.askedAt) };
  const hash = createHash('sha256');
  const writer = new PieceWriter(records, job);
  await writer.write(file.begin(incidentsMadeFrom(frame, count, whole)));
  let done = 0;
  for await (const incidents of pieces) {
    if (hasEnded()) throw new Error('the program ends');
    const chunk = file.rows(incidents);
    hash.update(chunk);
    await writer.write(chunk);
    done += incidents.length;
    await keepReport(records, job, { rowsDone: done, rowsTotal: count, beatAt: clock() });
  }
  const figures = hash.digest('hex');
  if (run && isUnchanged(run, figures)) return skipRun(records, job.reportId, run, clock());
  await complete(records, job, writer, {
    filterWords: frame.sentence,
    scope: viewer.teams,
    rowsDone: done,
    rowsTotal: count,
    figures,
    holdsWords: true,
    madeAt: clock(),
  });
  return 'made';
}

function noteRows(
  records: RecordDatabase,
  viewer: Viewer,
  { reportId }: ReportJob,
  now: Date,
): Promise<void> {
  return noteExport(records, viewer, { subject: `report:${reportId}`, what: 'incidents' }, now);
}

async function complete(
  records: RecordDatabase,
  job: ReportJob,
  writer: PieceWriter,
  values: Partial<typeof report.$inferInsert>,
): Promise<void> {
  const fileSha256 = await writer.end();
  const code = toReportCode(job.reportId, job.askedAt);
  await keepReport(records, job, {
    ...values,
    fileName: `lookback-${job.page}-${code}.${PACK_FORMATS[job.format].extension}`,
    fileBytes: writer.bytes,
    fileSha256,
    fileAttempt: job.attempt,
  });
}
