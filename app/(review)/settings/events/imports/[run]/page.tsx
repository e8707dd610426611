import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { tableImportReport } from '@/db/reports/table-imports.ts';
import { NotFound } from '@/lib/errors.ts';
import { type ImportParams, toAskedImport } from '../../../asked-import.ts';
import { TableImportResult } from '../../../table-import.tsx';

export const metadata: Metadata = { title: 'Import of events' };

export default async function EventsImportPage(given: ImportParams) {
  const viewer = await requireRight('administer');
  const asked = await toAskedImport(given);
  if (!asked) notFound();
  const report = await tableImportReport(viewer, 'events', asked).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <TableImportResult report={report} back={{ href: '/settings/events', label: 'Events' }} noun="event" />
  );
}
