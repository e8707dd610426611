import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { incidentFormReport } from '@/db/reports/incident-form.ts';
import { IncidentForm } from './incident-form.tsx';

export const metadata: Metadata = { title: 'Document an incident' };

export default async function NewIncidentPage() {
  const viewer = await requireRight('document');
  const report = await incidentFormReport(viewer);
  const isNobody = report.teams.length === 0 && report.own.length === 0 && viewer.teams !== 'all';
  return (
    <Page>
      <h1>Document an incident</h1>
      {isNobody ? (
        <Empty sentence="Your account belongs to no team and to nobody in the record yet, so you could not see what you write. Ask an administrator to bind it." />
      ) : (
        <IncidentForm key={report.draft?.savedAt ?? 'new'} report={report} fresh={randomUUID()} />
      )}
    </Page>
  );
}
