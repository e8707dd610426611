import { eq } from 'drizzle-orm';
import type { MailWay } from '@/db/accounts/mail-link.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report, reportRun } from '@/db/schema/reports.ts';
import { formatBytes } from '@/lib/charts/format-bytes.ts';
import { toMail } from '@/lib/mail/letter.ts';
import { MailFailed } from '@/lib/mail/mail-failure.ts';
import { reportLetter } from '@/lib/mail/report-letter.ts';
import { PACK_FORMATS } from '@/lib/packs/formats.ts';
import { toReportCode } from '@/lib/reports/report-code.ts';
import type { Workshop } from '../work-off-report.ts';
import type { ReportJob } from './claim-report.ts';
import { FolderFailed, putIntoFolder } from './put-into-folder.ts';
import { readPieces } from './report-pieces.ts';
import { endRun, type RunOfReport } from './run-of-report.ts';

/** Where reports can go. */
export interface Delivery {
  /** Null where mail is off. */
  mail: MailWay | null;
  /** The folder below which reports are put. */
  folder: string;
}

const MOST_MAILED_BYTES = 15_000_000;

/**
 * Sends the report of a run to each of its addresses that has not got it yet, or puts it into its folder, and ends the
 * run with what came of it.
 */
export async function deliverReport(
  records: RecordDatabase,
  job: ReportJob,
  run: RunOfReport,
  { delivery, clock }: Workshop,
): Promise<void> {
  const [made] = await records
    .select({
      fileName: report.fileName,
      fileBytes: report.fileBytes,
      fileAttempt: report.fileAttempt,
      filterWords: report.filterWords,
      figures: report.figures,
      title: report.title,
    })
    .from(report)
    .where(eq(report.reportId, job.reportId));
  if (!made?.fileName || made.fileAttempt === null) throw new Error('a report without a file cannot be sent');
  const file: SentFile = {
    name: made.fileName,
    bytes: made.fileBytes ?? 0,
    about: { title: made.title, filterWords: made.filterWords ?? '' },
    pieces: () => readPieces(records, { reportId: job.reportId, attempt: made.fileAttempt ?? 0 }),
  };
  const came =
    run.folder === null
      ? await mailTo(records, job, run, file, delivery)
      : await intoFolder(run, file, delivery);
  const now = clock();
  await endRun(
    records,
    job.reportId,
    { ...came, figures: came.result === 'sent' ? made.figures : null },
    now,
  );
  await records.transaction((tx) =>
    writeAudit(tx, {
      at: now,
      actor: job.account,
      action: came.result === 'sent' ? 'report_sent' : 'report_not_sent',
      subject: `report:${job.reportId}`,
      detail: { schedule: run.scheduleId, recipients: run.recipients.length, folder: run.folder !== null },
    }),
  );
}

interface SentFile {
  name: string;
  bytes: number;
  about: { title: string; filterWords: string };
  pieces: () => AsyncIterable<Uint8Array>;
}

interface Came {
  result: 'sent' | 'failed';
  words: string;
}

async function intoFolder(run: RunOfReport, file: SentFile, { folder }: Delivery): Promise<Came> {
  try {
    const path = await putIntoFolder(folder, run.folder ?? '', file.name, file.pieces());
    return { result: 'sent', words: `Put into the folder as ${path}.` };
  } catch (error) {
    if (!(error instanceof FolderFailed)) throw error;
    return { result: 'failed', words: error.message };
  }
}

async function mailTo(
  records: RecordDatabase,
  job: ReportJob,
  run: RunOfReport,
  file: SentFile,
  { mail }: Delivery,
): Promise<Came> {
  if (!mail) return { result: 'failed', words: NO_MAIL };
  const letterFor = await letterOf(records, job, run, file, mail.url);
  const sent = [...run.sentTo];
  const failed: string[] = [];
  for (const to of run.recipients.filter((address) => !sent.includes(address))) {
    const problem = await mail.mailer.send(letterFor(to)).then(() => null, toProblem);
    if (problem) {
      failed.push(`${to}: ${problem}`);
      continue;
    }
    sent.push(to);
    // Kept at once, so that nobody is mailed twice when the program ends in between.
    await records.update(reportRun).set({ sentTo: sent }).where(eq(reportRun.reportRunId, run.runId));
  }
  if (failed.length > 0) return { result: 'failed', words: `Not sent to ${failed.join(' ')}` };
  return { result: 'sent', words: `Mailed to ${sent.join(', ')}.` };
}

async function letterOf(
  records: RecordDatabase,
  job: ReportJob,
  run: RunOfReport,
  file: SentFile,
  url: string,
) {
  const isTooLarge = file.bytes > MOST_MAILED_BYTES;
  const chunks: Uint8Array[] = [];
  if (!isTooLarge) for await (const piece of file.pieces()) chunks.push(piece);
  const workspace = (await findWorkspace(records))?.name ?? 'your organisation';
  const code = toReportCode(job.reportId, job.askedAt);
  const content = Buffer.concat(chunks);
  const type = PACK_FORMATS[job.format].contentType;
  return (to: string) => ({
    ...toMail(
      reportLetter({
        to,
        schedule: run.name,
        workspace,
        code,
        ...file.about,
        url: `${url}/reports/${code}`,
        leftOut: isTooLarge ? formatBytes(file.bytes) : null,
      }),
    ),
    ...(isTooLarge ? {} : { files: [{ name: file.name, type, content }] }),
  });
}

function toProblem(error: unknown): string {
  if (error instanceof MailFailed) return error.message;
  throw error;
}

const NO_MAIL =
  'No mail server is set up, so it was not sent. It can be downloaded; LOOKBACK_SMTP_URL turns mail on, or choose a folder.';
