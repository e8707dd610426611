import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptReport, reportAsNow } from '@/db/reports/kept-report.ts';
import { report } from '@/db/schema/reports.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeSomebody } from '@/db/testing/workshop.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { openPdf } from '@/lib/export/testing/open-pdf.ts';
import { takeOutPage } from './take-out-page.ts';

const { records } = await testDatabase();
await makeWorkspace(records);
const { Billing = 0, Claims = 0 } = await makeTeams(records, 'Billing', 'Claims');
const quinn = await makeSomebody(records, 'quinn', ['qa']);
const mia: Viewer = { ...(await makeSomebody(records, 'mia', ['manager'])), teams: [Billing] };
const now = new Date('2024-04-01T10:00:00Z');
const options = { record: records, now: now.getTime() };

const incidents = (count: number, team: number): MadeIncident[] =>
  Array.from({ length: count }, () => ({ at: '2024-03-18', trigger: 'billing_error', team }));

async function takeOut(viewer: Viewer, page: 'overview' | 'teams') {
  const query = 'period=all';
  const file = await takeOutPage(records, viewer, { page, format: 'pdf-a4', query }, now);
  return { file, code: /R-\d{4}-\d{4,}/.exec(file.name)?.[0] ?? '' };
}

beforeAll(() => makeIncidents(records, [...incidents(3, Billing), ...incidents(5, Claims)]));

describe('a report of a manager of Billing, which has 3 of all 8 incidents', () => {
  it.each(['overview', 'teams'] as const)(
    'on the page %s: differs in no panel for quality assurance, who sees all 8',
    async (page) => {
      const { code } = await takeOut(mia, page);
      const kept = await keptReport(quinn, code, options);
      expect(kept.pack?.scope?.teams).toEqual([{ id: Billing, name: 'Billing' }]);
      expect([kept.pack?.shown.count, kept.notCompared]).toEqual([3, null]);
      for (const viewer of [quinn, mia]) {
        const asNow = await reportAsNow(viewer, code, options);
        expect(asNow?.changed).toEqual([]);
        expect(asNow?.now.shown).toMatchObject({ count: 3, of: 3 });
      }
    },
  );

  it('names Billing on its cover and no other team', async () => {
    const { file } = await takeOut(mia, 'overview');
    const parts: Uint8Array[] = [];
    for await (const part of file.pieces) parts.push(part);
    const cover = (await openPdf(Buffer.concat(parts))).pages[0] ?? '';
    expect(cover.replace(/\s+/g, '')).toContain('TeamsBilling');
    expect(cover).not.toContain('Claims');
  });

  it('from before teams were kept: is compared for its maker, and for others it says that it cannot be told', async () => {
    const { code } = await takeOut(mia, 'overview');
    await records
      .update(report)
      .set({ pack: sql`${report.pack} - 'scope'` })
      .where(eq(report.reportId, Number(code.slice(7))));
    expect((await reportAsNow(mia, code, options))?.changed).toEqual([]);
    expect(await reportAsNow(quinn, code, options)).toBeNull();
    expect((await keptReport(quinn, code, options)).notCompared).toContain('cannot be told');
  });

  it('shows one more of Billing as 4 and none of two more of Claims', async () => {
    const { code } = await takeOut(mia, 'overview');
    await makeIncidents(records, [...incidents(1, Billing), ...incidents(2, Claims)]);
    expect((await reportAsNow(quinn, code, options))?.now.shown).toMatchObject({ count: 4, of: 4 });
  });
});
