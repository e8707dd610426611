import { eq } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report } from '@/db/schema/reports.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { PACK_FORMATS } from '@/lib/packs/formats.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { quotesWords } from '@/lib/packs/pack-pages.ts';
import { figuresOfPack } from '@/lib/reports/figures-of-pack.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';
import { demandSource } from './reports/demand-source.ts';
import { insertReport } from './reports/insert-report.ts';
import { writeAudit } from './write-audit.ts';

/** What leaves at once, rather than being made in the background. */
export interface Download extends ReportWish {
  /** What it is called in the list; null for the name of its page. */
  title: string | null;
  filterWords: string;
  /** The figures of a page; null where incidents leave row by row, which are not kept. */
  pack: Pack | null;
  /** How many incidents leave row by row; null where none do. */
  rows: number | null;
}

/**
 * Puts what somebody takes out at once on the list of reports, with its figures as they are, and into the audit log,
 * before the first of it leaves: when it throws, nothing may be sent. Answers with what it is called.
 * @throws Forbidden without the right to the page, or to rows
 */
export async function keepDownload(
  records: RecordDatabase,
  viewer: Viewer,
  { title, filterWords, pack, rows, ...wish }: Download,
  now: Date,
): Promise<string> {
  if (rows !== null) demand(viewer, 'export');
  demandSource(viewer, wish);
  const { page, format } = wish;
  return records.transaction(async (tx) => {
    const { reportId, code } = await insertReport(tx, viewer.actor, wish, now, {
      ...(title === null ? {} : { title }),
      state: 'made',
      madeAt: now,
      filterWords,
      rowsDone: rows,
      rowsTotal: rows,
      scope: viewer.teams,
      holdsWords: pack !== null && quotesWords(page),
      figures: pack && figuresOfPack(pack),
    });
    if (pack)
      await tx
        .update(report)
        .set({ pack: { ...pack, report: code } })
        .where(eq(report.reportId, reportId));
    const what = PACK_FORMATS[format].holds === 'rows' || rows !== null ? 'incidents' : 'report';
    const entry = { at: now, actor: viewer.actor, action: 'export', subject: `report:${reportId}` };
    await writeAudit(tx, { ...entry, detail: { what, page, format } });
    return code;
  });
}
